import { useIntl } from 'react-intl';
import { texts } from './translations/en';

/** A message of this plugin; English where the admin speaks neither of its languages. */
export const useText = () => {
  const { formatMessage } = useIntl();
  return (name: string, values?: Record<string, string | number>) =>
    formatMessage({ id: `feeds.webhooks.${name}`, defaultMessage: texts[`feeds.webhooks.${name}`] }, values);
};
