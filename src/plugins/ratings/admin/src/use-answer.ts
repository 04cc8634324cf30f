import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

/** What the server answered: `{data, meta}`, or that it has not yet, or could not. */
export type Answer<Data, Meta = unknown> =
  { state: 'loading' } | { state: 'broken' } | { state: 'here'; data: Data; meta: Meta };

/**
 * Asks the server, again whenever the address changes or `reload` is called; what was answered stays until then.
 * @param path null asks nothing
 */
export const useAnswer = <Data, Meta = unknown>(
  path: string | null,
): { answer: Answer<Data, Meta>; reload(): void } => {
  const { get } = useFetchClient();
  const [answer, setAnswer] = useState<Answer<Data, Meta>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (path === null) return undefined;
    let isOpen = true;
    get<{ data: Data; meta: Meta }>(path).then(
      ({ data }) => isOpen && setAnswer({ state: 'here', ...data }),
      () => isOpen && setAnswer({ state: 'broken' }),
    );
    return () => {
      isOpen = false;
    };
  }, [get, path, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { answer, reload };
};
