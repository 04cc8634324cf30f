/** Waits for what is shown a moment later. */
export const eventually = async <Result>(
  read: () => Promise<Result>,
  isReady: (result: Result) => boolean,
  limit = 5_000,
): Promise<Result> => {
  const end = Date.now() + limit;
  for (;;) {
    const result = await read();
    if (isReady(result) || Date.now() > end) return result;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
