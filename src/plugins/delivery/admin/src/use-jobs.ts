import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

/** A background job as the server tells of it. */
export interface Job {
  id: number;
  kind: 'dependents' | 'collection';
  label: string;
  done: number;
  total: number;
  state: 'waiting' | 'done' | 'failed';
  error: string;
}

const BUSY_MS = 2_000;
const IDLE_MS = 15_000;

/** The jobs, read again and again while the page is open: often while one is going on. `null` until they are known. */
export const useJobs = (): { jobs: Job[] | null; isBroken: boolean } => {
  const { get } = useFetchClient();
  const [jobs, setJobs] = useState<Job[] | null>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOpen = true;
    const read = async () => {
      let isBusy = false;
      try {
        const { data } = await get<{ data: Job[] }>('/delivery/jobs');
        isBusy = data.data.some(({ state }) => state === 'waiting');
        if (isOpen) setJobs(data.data);
        if (isOpen) setBroken(false);
      } catch {
        if (isOpen) setBroken(true);
      }
      if (isOpen) timer = setTimeout(read, isBusy ? BUSY_MS : IDLE_MS);
    };
    void read();
    return () => {
      isOpen = false;
      clearTimeout(timer);
    };
  }, [get]);
  return { jobs, isBroken };
};
