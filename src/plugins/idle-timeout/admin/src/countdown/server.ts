import { getFetchClient, isFetchError } from '@strapi/strapi/admin';
import { overrideTexts } from '../translations/loaded';
import { setKeepHours } from '../typed/keep-hours';
import type { SessionTimes } from './watch';

interface Status extends SessionTimes {
  keepTypedHours: number;
  texts: Record<string, Record<string, string>>;
}

const read = ({ data }: { data: { data: Status } }): SessionTimes => {
  overrideTexts(data.data.texts);
  setKeepHours(data.data.keepTypedHours);
  return data.data;
};

export const askServer = async (): Promise<SessionTimes> =>
  read(await getFetchClient().get<{ data: Status }>('/idle-timeout/session'));

export const keepAlive = async (): Promise<SessionTimes> =>
  read(await getFetchClient().post<{ data: Status }>('/idle-timeout/session/keep-alive'));

/** Whether the server has refused, after the admin's own attempt to renew the token. */
export const isRefusal = (error: unknown): boolean => isFetchError(error) && error.status === 401;
