import { MAX_TREE_LEVELS } from '../rules/tree-levels';

/** What snapshots need of related rows, in the form of Strapi's query engine (`strapi.db.query`). */
type Populate = Record<string, unknown>;

/** Ancestors of a topic; the rules refuse a deeper tree. */
const TOPIC_LEVELS = MAX_TREE_LEVELS - 1;

const named: Populate = { populate: { translations: true } };

/** A topic with its ancestors, since a parent's list holds its descendants' items. */
const topicWithAncestors = (levels: number): Populate => ({
  populate: { translations: true, ...(levels === 0 ? {} : { parent: topicWithAncestors(levels - 1) }) },
});

const figure: Populate = { populate: { image: true } };

const body: Populate = {
  on: {
    'gazette.text': {},
    'gazette.html': {},
    'gazette.figure': figure,
    'gazette.gallery': { populate: { figures: figure } },
    'gazette.media': { populate: { file: true } },
    'gazette.quote': {},
  },
};

const publicationPopulate: Populate = {
  body,
  topics: topicWithAncestors(TOPIC_LEVELS),
  corrections: true,
  withdrawal: true,
  seo: true,
};

export const articlePopulate: Populate = {
  ...publicationPopulate,
  cover: figure,
  dossiers: named,
  tags: named,
  authorships: { populate: { author: named } },
  source: true,
};

const documentIdOnly: Populate = { select: ['documentId'] };

/** What the links of an article's draft lead to. */
export const articleEdgesPopulate: Populate = {
  directives: documentIdOnly,
  resolutions: documentIdOnly,
  related: documentIdOnly,
};

const documentPopulate: Populate = {
  ...publicationPopulate,
  issuer: named,
  coIssuers: named,
  signers: true,
  attachments: { populate: { file: true } },
  relations: true,
};

export const directivePopulate: Populate = {
  ...documentPopulate,
  tasks: { populate: { leadIssuer: named, supportingIssuers: named } },
};

export const resolutionPopulate: Populate = documentPopulate;

/** A topic, a tag: its own attributes and translations are all that it shows; what it is linked to comes by edges. */
export const namedPopulate: Populate = { translations: true };

export const dossierPopulate: Populate = { translations: true, topics: topicWithAncestors(TOPIC_LEVELS) };

export const authorPopulate: Populate = { translations: true, avatar: true };

export const issuerPopulate: Populate = { translations: true, contact: true };

export const pagePopulate: Populate = { body, seo: true };

export const sitePopulate: Populate = { logo: true, contacts: true, menus: { populate: { items: true } } };

export const parentEdgesPopulate: Populate = { parent: documentIdOnly };

export const issuerEdgesPopulate: Populate = { parent: documentIdOnly, predecessors: documentIdOnly };

export const siteEdgesPopulate: Populate = { menus: { populate: { items: true } } };
