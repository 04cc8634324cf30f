const CHANNEL = 'idle-timeout';

/** Talks with the admin's other tabs in this browser about how long the session lasts. */
export const openTabs = (heard: (until: number) => void): { tell(until: number): void; close(): void } => {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'number') heard(data);
  };
  return { tell: (until) => channel.postMessage(until), close: () => channel.close() };
};
