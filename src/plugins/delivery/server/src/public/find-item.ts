import type { Answer, PublicRequest } from '../http/answer';
import type { Overlays } from '../query/overlay-sql';
import type { ItemHead, StoredItem } from '../reader/reader';
import { findElsewhere, itemNotFound, MAX_ID_LENGTH, movedTo } from './absent-item';
import type { PublicHost } from './collection-routes';

/** Which item an address below it is of. */
export interface ItemPlace {
  list: string;
  /** The collections that the list shows. */
  members: readonly string[];
  /** What follows the item's own address, `/versions`. */
  below: string;
}

/** In which language, and with what is read beside it. */
export interface ItemView {
  locale: string;
  fallback: string | null;
  overlays: Overlays;
}

type Found<T> = { item: T } | { moved: Answer };

const find = async <T>(
  host: PublicHost,
  request: PublicRequest,
  { list, members, below }: ItemPlace,
  view: ItemView,
  read: (id: string, locale: string) => Promise<T | null>,
): Promise<Found<T>> => {
  const id = request.params.id ?? '';
  if (id === '' || id.length > MAX_ID_LENGTH) throw itemNotFound(list);
  const item = await read(id, view.locale);
  if (item) return { item };
  const elsewhere = await findElsewhere(host.reader(), { list, members }, id, view);
  if (elsewhere.hasMoved) return { moved: movedTo(host.pathOf(list), request, elsewhere, below) };
  const there = await read(elsewhere.documentId, elsewhere.locale);
  if (!there) throw itemNotFound(list);
  return { item: there };
};

/** The item of the request's `id`. The answer for anything that is not public is the item's own. */
export const findItem = (
  host: PublicHost,
  request: PublicRequest,
  place: ItemPlace,
  view: ItemView,
): Promise<Found<StoredItem>> =>
  find(host, request, place, view, (id, locale) =>
    host.reader().item({ collections: place.members, locale, id, overlays: view.overlays }),
  );

/** The same without its text. */
export const findHead = (
  host: PublicHost,
  request: PublicRequest,
  place: ItemPlace,
  view: ItemView,
): Promise<Found<ItemHead>> =>
  find(host, request, place, view, (id, locale) =>
    host.reader().itemHead({ collections: place.members, locale, id, overlays: view.overlays }),
  );
