import { unstable_useContentManagerContext as useContentManagerContext, useAuth } from '@strapi/strapi/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { textIn } from '../translations/loaded';
import { holdsSecrets } from './secrets';
import { useTypedText } from './use-typed-text';

/** The form that a panel stands beside. */
interface EditedDocument {
  model: string;
  documentId?: string;
  activeTab: string | null;
  document?: { locale?: string | null };
}

const localeInAddress = (): string | null => new URLSearchParams(window.location.search).get('plugins[i18n][locale]');

/** A side panel of the edit view. It keeps what is typed, and shows itself where there is text to offer. */
export const TypedTextPanel = ({ model, documentId, activeTab, document }: EditedDocument) => {
  const { locale: language, formatDate } = useIntl();
  const user = useAuth('TypedTextPanel', (auth) => auth.user);
  const { contentType, components } = useContentManagerContext();
  const mayKeep =
    user !== undefined &&
    activeTab !== 'published' &&
    contentType !== undefined &&
    !holdsSecrets(contentType.attributes, components);
  const offer = useTypedText(
    mayKeep
      ? {
          user: String(user.id),
          model,
          documentId: documentId ?? '',
          locale: localeInAddress() ?? document?.locale ?? '',
        }
      : null,
  );
  if (offer === null) return null;

  const time = formatDate(offer.text.at, { dateStyle: 'short', timeStyle: 'short' });
  const say = (name: string) => textIn(language, name, { time });
  return {
    title: say('typed-title'),
    content: (
      <Flex direction="column" alignItems="stretch" gap={3} width="100%" role="alert">
        <Typography>{say('typed-body')}</Typography>
        {offer.isOutdated && <Typography fontWeight="bold">{say('typed-changed')}</Typography>}
        <Button variant="secondary" onClick={offer.restore}>
          {say('typed-restore')}
        </Button>
        <Button variant="tertiary" onClick={offer.drop}>
          {say('typed-drop')}
        </Button>
      </Flex>
    ),
  };
};
