import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';

/** Gives the person a file that only a signed-in request gets. */
export const useDownload = () => {
  const { get } = useFetchClient();
  const [state, setState] = useState<'idle' | 'busy' | 'broken'>('idle');
  const start = async (path: string, name: string): Promise<void> => {
    setState('busy');
    try {
      const { data } = await get<Blob>(path, { responseType: 'blob' });
      const address = URL.createObjectURL(data);
      const link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.click();
      URL.revokeObjectURL(address);
      setState('idle');
    } catch {
      setState('broken');
    }
  };
  return { start, isBusy: state === 'busy', isBroken: state === 'broken' };
};
