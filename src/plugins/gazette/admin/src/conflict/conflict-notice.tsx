import {
  unstable_useContentManagerContext as useContentManagerContext,
  ConfirmDialog,
  useForm,
} from '@strapi/strapi/admin';
import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { keepMine } from './keep-mine';
import { closeConflict, useConflict } from './open-conflicts';

const CONSUMER = 'GazetteConflictNotice';

/** Says whose version is stored, and lets the editor choose between it and what the form holds. */
export const ConflictNotice = ({ conflictKey }: { conflictKey: string }) => {
  const conflict = useConflict(conflictKey);
  const { formatMessage, formatDate } = useIntl();
  const { contentType, components } = useContentManagerContext();
  const getValues = useForm(CONSUMER, (form) => form.getValues);
  const setValues = useForm(CONSUMER, (form) => form.setValues);
  const setErrors = useForm(CONSUMER, (form) => form.setErrors);
  const resetForm = useForm(CONSUMER, (form) => form.resetForm);
  const initialValues = useForm(CONSUMER, (form) => form.initialValues);
  if (conflict === undefined) return null;

  const { savedBy, savedAt, revision } = conflict.stored;
  const say = (name: string, values?: Record<string, string>) =>
    formatMessage({ id: `gazette.conflict.${name}` }, values);

  const keep = () => {
    const attributesByComponent = Object.fromEntries(
      Object.entries(components).map(([uid, { attributes }]) => [uid, attributes]),
    );
    setErrors({});
    setValues(keepMine(getValues(), initialValues, revision, contentType?.attributes ?? {}, attributesByComponent));
    closeConflict(conflictKey);
  };

  const load = () => {
    conflict.release();
    resetForm();
  };

  const time = formatDate(savedAt, { dateStyle: 'short', timeStyle: 'short' });
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%" role="alert">
      <Typography>{say('saved', { name: savedBy ?? say('somebody'), time })}</Typography>
      <Typography fontWeight="bold">{say('nothing-lost')}</Typography>
      <Button variant="secondary" onClick={keep}>
        {say('keep')}
      </Button>
      <Typography variant="pi" textColor="neutral600">
        {say('keep-help')}
      </Typography>
      <Dialog.Root>
        <Dialog.Trigger>
          <Button variant="tertiary">{say('load')}</Button>
        </Dialog.Trigger>
        <ConfirmDialog onConfirm={load}>{say('load-confirm')}</ConfirmDialog>
      </Dialog.Root>
    </Flex>
  );
};
