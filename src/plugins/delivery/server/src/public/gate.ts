import { tooManyAtOnce } from '../errors';

/** Lets a bounded number of long answers be made at once. */
export interface Gate {
  /**
   * @returns what is to be called when the answer has been made; a second call changes nothing
   * @throws PublicError 503 where as many are being made
   */
  enter(limit: number): () => void;
}

/** @param what the answers are, for the error's text */
export const createGate = (what: string): Gate => {
  let inside = 0;
  return {
    enter(limit) {
      if (inside >= limit) throw tooManyAtOnce(what, limit);
      inside += 1;
      let isOut = false;
      return () => {
        if (!isOut) inside -= 1;
        isOut = true;
      };
    },
  };
};
