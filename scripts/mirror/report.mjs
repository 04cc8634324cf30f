const EVERY_MS = 5_000;

/** Tells how far it has come: on a terminal in one line that is written over, elsewhere in a line now and then. */
export const createReport = () => {
  const isTerminal = Boolean(process.stdout.isTTY);
  let last = 0;
  let isOpen = false;
  const end = () => {
    if (isOpen) process.stdout.write('\n');
    isOpen = false;
  };
  return {
    /** What changes all the time. */
    progress(text) {
      if (!isTerminal && Date.now() - last < EVERY_MS) return;
      last = Date.now();
      if (!isTerminal) return void console.log(text);
      process.stdout.write(`\r\u001B[K${text}`);
      isOpen = true;
    },
    say(text) {
      end();
      console.log(text);
    },
    done: end,
  };
};
