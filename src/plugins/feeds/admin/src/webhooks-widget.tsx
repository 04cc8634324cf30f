import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useText } from './use-text';
import { useWebhooks, type DeadMessage, type WebhookState } from './use-webhooks';

type Replay = ReturnType<typeof useWebhooks>['replay'];

const WebhookLine = ({ webhook, onReplay }: { webhook: WebhookState; onReplay: Replay }) => {
  const text = useText();
  const { name, url, isConfigured, waiting, dead } = webhook;
  return (
    <Flex tag="li" justifyContent="space-between" gap={2}>
      <Flex direction="column" alignItems="stretch">
        <Typography fontWeight="semiBold">{name}</Typography>
        <Typography variant="pi" textColor="neutral600">
          {isConfigured ? url : text('removed')}
        </Typography>
        <Typography variant="pi" textColor={dead > 0 ? 'danger600' : 'neutral600'}>
          {text('state', { waiting, dead })}
        </Typography>
      </Flex>
      {dead > 0 && isConfigured && (
        <Button variant="secondary" size="S" onClick={() => onReplay({ webhook: name })}>
          {text('replay-all', { count: dead })}
        </Button>
      )}
    </Flex>
  );
};

const MessageLine = ({
  message,
  canReplay,
  onReplay,
}: {
  message: DeadMessage;
  canReplay: boolean;
  onReplay: Replay;
}) => {
  const text = useText();
  const { formatDate } = useIntl();
  const { id, webhook, type, attempts, error, updatedAt } = message;
  const when = formatDate(updatedAt, { dateStyle: 'short', timeStyle: 'short' });
  return (
    <Flex tag="li" justifyContent="space-between" gap={2}>
      <Flex direction="column" alignItems="stretch">
        <Typography>
          {type} → {webhook}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {text('line', { when, attempts, error })}
        </Typography>
      </Flex>
      {canReplay && (
        <Button
          variant="tertiary"
          size="S"
          aria-label={text('replay-one', { type, webhook })}
          onClick={() => onReplay({ id })}
        >
          {text('replay')}
        </Button>
      )}
    </Flex>
  );
};

/** On the admin's first page: who is told of changes, what could not be delivered, and sending it again. */
export const WebhooksWidget = () => {
  const text = useText();
  const { answer, replay } = useWebhooks();
  if (answer.state === 'loading') return null;
  if (answer.state === 'broken') return <Typography textColor="danger600">{text('error')}</Typography>;
  const { webhooks, messages } = answer;
  if (webhooks.length === 0) return <Typography textColor="neutral600">{text('none')}</Typography>;
  const configured = new Set(webhooks.filter(({ isConfigured }) => isConfigured).map(({ name }) => name));
  const hidden = webhooks.reduce((sum, { dead }) => sum + dead, 0) - messages.length;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {webhooks.map((webhook) => (
          <WebhookLine key={webhook.name} webhook={webhook} onReplay={replay} />
        ))}
      </Flex>
      {messages.length > 0 && (
        <Typography variant="sigma" textColor="neutral600">
          {text('dead')}
        </Typography>
      )}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {messages.map((message) => (
          <MessageLine
            key={message.id}
            message={message}
            canReplay={configured.has(message.webhook)}
            onReplay={replay}
          />
        ))}
      </Flex>
      {hidden > 0 && <Typography textColor="neutral600">{text('more', { count: hidden })}</Typography>}
    </Flex>
  );
};
