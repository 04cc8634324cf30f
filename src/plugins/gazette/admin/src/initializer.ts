import { useEffect } from 'react';
import { loadDefaultLocale } from './edit-view/default-locale';

/** Holds the admin's first page until the default locale is known, so that no form opens with the wrong fields locked. */
export const Initializer = ({ setPlugin }: { setPlugin: (id: string) => void }): null => {
  useEffect(() => {
    void loadDefaultLocale().finally(() => setPlugin('gazette'));
  }, [setPlugin]);
  return null;
};
