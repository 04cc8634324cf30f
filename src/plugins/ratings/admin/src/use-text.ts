import { useIntl } from 'react-intl';
import { texts } from './translations/en';

/** A message of this plugin; English where the admin speaks neither of its languages. */
export const useText = () => {
  const { formatMessage } = useIntl();
  return (name: string, values?: Record<string, string | number>) =>
    formatMessage({ id: `ratings.${name}`, defaultMessage: texts[`ratings.${name}`] }, values);
};

export type Text = ReturnType<typeof useText>;
