/** @param {{name: string, madeWith: unknown, here: unknown}[]} others what delivery's `otherSettings` answers */
export const inWords = (others) =>
  others
    .map(({ name, madeWith, here }) => `${name}: ${JSON.stringify(madeWith)} there, ${JSON.stringify(here)} here`)
    .join('; ');
