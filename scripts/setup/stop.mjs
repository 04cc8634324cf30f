/** A fault that the person at the keyboard can mend: its message is all that is shown, without a stack. */
export class SetUpError extends Error {}

/** Runs a command's main function; ends the process with code 1 and the message of what went wrong. */
export const orStop = async (main) => {
  try {
    return await main();
  } catch (error) {
    console.error(error instanceof SetUpError ? error.message : error);
    process.exit(1);
  }
};
