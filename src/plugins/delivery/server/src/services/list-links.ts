import type { Alternate } from '../http/answer';

/** Where else a list can be read, in other forms, as far as its query string can be asked there too. */
export type ListLinkSource = (list: string, queryString: string) => readonly Alternate[];

/** What answers of lists link to besides their own pages. Plugins that show lists in other forms add it as they register. */
export interface ListLinks {
  add(source: ListLinkSource): void;
  of: ListLinkSource;
}

export const createListLinks = (): ListLinks => {
  const sources: ListLinkSource[] = [];
  return {
    add: (source) => void sources.push(source),
    of: (list, queryString) => sources.flatMap((source) => source(list, queryString)),
  };
};
