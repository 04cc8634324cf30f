import type { TestApp } from '../support';

/** Asks for feeds that may have moved. @param app the application, once it runs */
export const feedClient = (app: () => TestApp) => {
  const get = (address: string) => app().request.get(encodeURI(address)).redirects(0);
  return {
    get,
    /** Where a feed leads to that must lead on, decoded. */
    async locationOf(address: string): Promise<string> {
      const { status, headers, body, text } = await get(address);
      expect([address, status]).toEqual([address, 301]);
      expect(text === '' ? body : JSON.parse(text)).toEqual({ data: null, meta: { location: headers.location } });
      return decodeURIComponent(headers.location ?? '');
    },
    /** The documentIds of a JSON feed that must be there. */
    async idsIn(address: string): Promise<string[]> {
      const { text } = await get(address).expect(200);
      return JSON.parse(text).items.map((one: { _gazette: { documentId: string } }) => one._gazette.documentId);
    },
  };
};
