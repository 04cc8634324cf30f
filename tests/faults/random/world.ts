import type { TestApp } from '../../support';
import type { Chance } from './chance';
import {
  bodyWith,
  citingText,
  dismissed,
  documentDays,
  documentParts,
  issuerName,
  legalRelations,
} from './register-content';
import { anySymbol, words } from './sentences';

const UIDS = {
  article: 'plugin::gazette.article',
  directive: 'plugin::gazette.directive',
  resolution: 'plugin::gazette.resolution',
  topic: 'plugin::gazette.topic',
  tag: 'plugin::gazette.tag',
  author: 'plugin::gazette.author',
  issuer: 'plugin::gazette.issuer',
} as const;

export type Type = keyof typeof UIDS;
export const uidOf = (type: Type): string => UIDS[type];

/** What the test made and knows the documentIds of. What it holds is in the database, and only there. */
export type World = Record<Type, string[]>;

const BRANCHES = ['state', 'state', 'party'];

const translation = (chance: Chance) =>
  chance.once(2)
    ? { translations: [{ locale: 'en', name: `In English ${chance.below(1000)}`, slug: '' }] }
    : { translations: [] };

const withSlug = (data: { translations: { slug: string; name: string }[] }, chance: Chance) => ({
  translations: data.translations.map((one) => ({ ...one, slug: `en-${chance.below(10 ** 9)}` })),
});

/** Refusals are a part of the game: a thing that is used, a document of the same number, a title that is missing. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && ['ValidationError', 'ApplicationError', 'NotFoundError'].includes(error.name);

/** One editor: acts on what is in its own world, and on the shared supporting items. */
export interface Editor {
  act(): Promise<void>;
  /** How many acts were done, and how many the rules refused. */
  done: number;
  refused: number;
}

export const createEditor = (app: TestApp, chance: Chance, world: World, own: World): Editor => {
  const documents = (type: Type) => app.strapi.documents(uidOf(type));
  const anyOf = (type: Type): string | null => (world[type].length === 0 ? null : chance.pick(world[type]));
  const ownOf = (type: Type): string | null => (own[type].length === 0 ? null : chance.pick(own[type]));

  const articleParts = () => ({
    title: `${words(chance, 4)} ${chance.below(1000)}`,
    lead: citingText(chance),
    body: chance.once(3) ? bodyWith(citingText(chance)) : [],
    dismissedCitations: dismissed(chance),
    topics: chance.some(world.topic, 4),
    tags: chance.some(world.tag, 3),
    authorships: chance
      .some(world.author, 3)
      .map((author) => ({ author, position: chance.once(2) ? 'Cộng tác viên' : null })),
    directives: chance.some(world.directive, 5),
    resolutions: chance.some(world.resolution, 5),
    featured: chance.once(4),
    ...(chance.once(5)
      ? { releasedAt: new Date(Date.UTC(2020 + chance.below(6), chance.below(12), 1)).toISOString() }
      : {}),
  });

  const add = (type: Type, documentId: string) => {
    world[type].push(documentId);
    own[type].push(documentId);
  };
  const forget = (type: Type, documentId: string) => {
    for (const list of [world[type], own[type]]) {
      const index = list.indexOf(documentId);
      if (index >= 0) list.splice(index, 1);
    }
  };
  const status = () => (chance.once(4) ? ('draft' as const) : ('published' as const));

  const make = async (type: Type, data: Record<string, unknown>, locale = 'vi') => {
    const { documentId } = await documents(type).create({ data, locale, status: status() });
    add(type, documentId);
  };

  const written = ['article', 'article', 'directive', 'directive', 'resolution'] as const;
  const partsOf = (type: (typeof written)[number]) =>
    type === 'article' ? articleParts() : documentParts(chance, world, type);

  /** What bears on the register only. */
  const registerActs = (type: 'directive' | 'resolution', documentId: string): (() => Promise<unknown>)[] => {
    const update = (data: Record<string, unknown>) => () =>
      documents(type).update({ documentId, locale: 'vi', status: 'published', data });
    return [
      update({ relations: legalRelations(chance, world) }),
      update({ relations: legalRelations(chance, world) }),
      update(documentDays(chance)),
      update({ symbol: anySymbol(chance) }),
      update({ issuer: anyOf('issuer') }),
      // A title alone, which those that cite the document show.
      update({ title: `Về việc ${words(chance, 3)}` }),
      update({ title: `Về việc ${words(chance, 3)}` }),
    ];
  };

  /** What editors do to articles and documents. */
  const write = async (): Promise<void> => {
    const type = chance.pick(written);
    const documentId = ownOf(type);
    if (!documentId || own[type].length < 6 || chance.once(8)) return make(type, partsOf(type));
    const service = documents(type);
    const locale = chance.once(3) ? 'en' : 'vi';
    const text = type === 'article' ? 'lead' : 'summary';
    const english = { title: `News ${chance.below(1000)}`, [text]: citingText(chance) };
    const published = (await service.findOne({ documentId, locale, status: 'published' })) !== null;
    const acts: (() => Promise<unknown>)[] = [
      () => service.update({ documentId, locale, status: status(), data: locale === 'en' ? english : partsOf(type) }),
      () => service.update({ documentId, locale, status: 'published', data: { title: `${words(chance, 3)} mới` } }),
      () =>
        service.update({
          documentId,
          locale,
          status: 'published',
          data: { slug: `duong-dan-${chance.below(10 ** 9)}` },
        }),
      () =>
        service.update({
          documentId,
          locale,
          status: 'published',
          data: { updateType: 'major', changeNote: words(chance, 2) },
        }),
      () =>
        service.update({
          documentId,
          locale,
          status: 'published',
          data: { withdrawal: chance.once(2) ? null : { at: new Date().toISOString(), reason: 'Sai.' } },
        }),
      () => service.publish({ documentId, locale: chance.once(2) ? '*' : locale }),
      () => service.unpublish({ documentId, locale: chance.once(3) ? '*' : locale }),
      async () => published && service.discardDraft({ documentId, locale }),
      async () => {
        const { documentId: copy } = await service.clone({
          documentId,
          data: type === 'article' ? {} : partsOf(type),
        });
        add(type, copy);
      },
      async () => {
        await service.delete({ documentId, locale: '*' });
        forget(type, documentId);
      },
      () => service.delete({ documentId, locale: 'en' }),
    ];
    const bearsOnRegister = type !== 'article' && chance.once(2);
    await chance.pick(bearsOnRegister ? registerActs(type, documentId) : acts)();
  };

  /** What editors do to the things that articles and documents show. */
  const arrange = async (): Promise<void> => {
    const type = chance.pick(['topic', 'tag', 'author', 'issuer'] as const);
    const documentId = anyOf(type);
    const name = type === 'issuer' ? issuerName(chance) : `${words(chance, 2)} ${chance.below(1000)}`;
    if (!documentId || world[type].length < 6) {
      const extra =
        type === 'issuer'
          ? { level: chance.pick(['province', 'district', 'commune']), branch: chance.pick(BRANCHES) }
          : {};
      const { documentId: made } = await documents(type).create({ data: { name, ...extra } });
      add(type, made);
      return;
    }
    const service = documents(type);
    const acts: (() => Promise<unknown>)[] = [
      () => service.update({ documentId, data: { name } }),
      () => service.update({ documentId, data: { slug: `muc-${chance.below(10 ** 9)}` } }),
      async () => type !== 'author' && service.update({ documentId, data: withSlug(translation(chance), chance) }),
      async () => {
        if (type === 'author') return service.update({ documentId, data: { role: words(chance, 2) } });
        return type !== 'tag' && service.update({ documentId, data: { parent: chance.once(4) ? null : anyOf(type) } });
      },
      async () => type === 'issuer' && service.update({ documentId, data: { branch: chance.pick(BRANCHES) } }),
      async () =>
        type === 'issuer' && service.update({ documentId, data: { predecessors: chance.some(world.issuer, 5) } }),
      async () => {
        if (world[type].length < 5) return;
        await service.delete({ documentId });
        forget(type, documentId);
      },
    ];
    await chance.pick(acts)();
  };

  const editor: Editor = {
    done: 0,
    refused: 0,
    async act() {
      try {
        await (chance.once(4) ? arrange() : write());
        editor.done += 1;
      } catch (error) {
        if (!isRefusal(error)) throw error;
        editor.refused += 1;
      }
    },
  };
  return editor;
};
