import { Button, darkTheme, DesignSystemProvider, Dialog, lightTheme, Typography } from '@strapi/design-system';
import { createRoot, type Root } from 'react-dom/client';
import { textIn } from '../translations/loaded';

/** How the admin looks at the moment. */
export interface Look {
  language: string;
  isDark: boolean;
}

interface NoticeProps {
  title: string;
  body: string;
  button: string;
  onButton(): void;
}

/** A dialog with one way on; it opens over whatever page there is, and takes the keyboard. */
const Notice = ({ title, body, button, onButton }: NoticeProps) => (
  <Dialog.Root open>
    <Dialog.Content onEscapeKeyDown={onButton}>
      <Dialog.Header>{title}</Dialog.Header>
      <Dialog.Body>
        <Typography role="timer" aria-live="off">
          {body}
        </Typography>
      </Dialog.Body>
      <Dialog.Footer>
        <Button fullWidth onClick={onButton}>
          {button}
        </Button>
      </Dialog.Footer>
    </Dialog.Content>
  </Dialog.Root>
);

/** A React root of its own: a plugin has no place on all of the admin's pages. */
const createStage = () => {
  let stage: { root: Root; host: HTMLElement } | null = null;
  return {
    show({ language, isDark }: Look, props: NoticeProps) {
      if (stage === null) {
        const host = document.body.appendChild(document.createElement('div'));
        stage = { host, root: createRoot(host) };
      }
      stage.root.render(
        <DesignSystemProvider locale={language} theme={isDark ? darkTheme : lightTheme}>
          <Notice {...props} />
        </DesignSystemProvider>,
      );
    },
    clear() {
      stage?.root.unmount();
      stage?.host.remove();
      stage = null;
    },
  };
};

const countdown = createStage();
const notice = createStage();

export const showCountdown = (look: Look, seconds: number, onStay: () => void): void => {
  const say = (name: string) => textIn(look.language, name, { seconds });
  countdown.show(look, { title: say('title'), body: say('body'), button: say('stay'), onButton: onStay });
};

export const hideCountdown = (): void => countdown.clear();

/** Says why the login page is there. */
export const showEnded = (look: Look): void => {
  const say = (name: string) => textIn(look.language, name);
  const close = () => notice.clear();
  notice.show(look, { title: say('ended-title'), body: say('ended-body'), button: say('close'), onButton: close });
};

export const hideEnded = (): void => notice.clear();
