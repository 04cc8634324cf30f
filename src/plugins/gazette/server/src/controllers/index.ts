import { COLLECTION_TYPES, SINGLE_TYPES } from '../routes/types';
import { legalStatusController } from './legal-status';
import { collectionController, singleController } from './managed-type';
import { relationsController } from './relations';

export default {
  relations: relationsController,
  legalStatus: legalStatusController,
  ...Object.fromEntries(COLLECTION_TYPES.map(({ singular }) => [singular, collectionController(singular)])),
  ...Object.fromEntries(SINGLE_TYPES.map(({ singular }) => [singular, singleController(singular)])),
};
