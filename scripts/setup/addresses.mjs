import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { effectiveSettings } from './env-file.mjs';

const EVERY_INTERFACE = new Set(['', '0.0.0.0', '::', '[::]']);

/** Where this machine reaches the application, by its settings. */
export const localAddress = () => {
  const { HOST = '', PORT } = effectiveSettings();
  return { host: EVERY_INTERFACE.has(HOST) ? 'localhost' : HOST, port: Number(PORT) || 1337 };
};

const urlOf = ({ host, port }) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** Whether another program already answers there. */
export const isTaken = ({ host, port }) =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
    socket.on('timeout', () => end(false));
  });

const ask = async (url) => {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(5_000) });
  } catch {
    return null;
  }
};

/** Resolves when the application answers; never, where it does not start. */
const whenServing = async (base) => {
  while (!(await ask(`${base}/_health`))?.ok) await wait(150);
};

const hasAdministrator = async (base) => {
  const answer = await ask(`${base}/admin/init`);
  return answer?.ok ? (await answer.json()).data.hasAdmin : true;
};

/** Waits until the application answers and then says, last of all, where to find what. */
export const announceAddresses = async () => {
  const local = urlOf(localAddress());
  await whenServing(local);
  const note = (await hasAdministrator(local)) ? '' : " (the first visitor makes the administrator's account)";
  const base = (effectiveSettings().PUBLIC_API_URL || local).replace(/\/+$/, '');
  // The application's own last line comes after it listens.
  await wait(300);
  console.log(
    [
      '',
      `Site:  ${base}/`,
      `Admin: ${base}/admin${note}`,
      `API:   ${base}/api/articles`,
      `Feed:  ${base}/api/feeds/articles.json`,
      '',
    ].join('\n'),
  );
};
