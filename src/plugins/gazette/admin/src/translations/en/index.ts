import { article } from './article';
import { components } from './components';
import { conflict } from './conflict';
import { directive, resolution } from './documents';
import { componentHelp, lockedHelp, typeHelp } from './help';
import { componentNames, systemFields, typeNames } from './names';
import { legalStatus } from './legal-status';
import { options } from './options';
import { refusal } from './refusal';
import { author, dossier, issuer, page, site, tag, topic } from './supporting';

export const texts = {
  types: { article, directive, resolution, issuer, topic, dossier, tag, author, page, site },
  components,
  typeNames,
  componentNames,
  systemFields,
  options,
  typeHelp,
  componentHelp,
  lockedHelp,
  conflict,
  refusal,
  'legal-status': legalStatus,
};
