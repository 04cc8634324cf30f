/** The languages of the site. */
export interface Languages {
  default: string;
  all: readonly string[];
}

/** A page of the reference reader. `prefix` is what stands before its path in this language: '' or '/en'. */
export interface PageAddress {
  page: 'front' | 'list' | 'item' | 'search' | 'account';
  locale: string;
  prefix: string;
  /** '' for a page that shows no collection. */
  collection: string;
  /** Decoded; '' for a page that shows no item. */
  slug: string;
}

/** What the reader shows at `/{collection}` and `/{collection}/{slug}`: the pattern of items' own `url`. */
export const COLLECTIONS = [
  'articles',
  'documents',
  'directives',
  'resolutions',
  'topics',
  'dossiers',
  'issuers',
  'authors',
  'tags',
  'pages',
] as const;

const OWN_PAGES = ['search', 'account'] as const;

const isOneOf = <Name extends string>(names: readonly Name[], text: string): text is Name =>
  (names as readonly string[]).includes(text);

/** Null for text that is not valid percent-encoding, or that no address may hold. */
const decode = (segment: string): string | null => {
  try {
    const text = decodeURIComponent(segment);
    return text === '' || text.includes('\0') ? null : text;
  } catch {
    return null;
  }
};

/**
 * The page of a path, or null where the reader has none.
 * @param path of a URL, percent-encoded; one slash at its end is not looked at
 */
export const readPageAddress = (path: string, languages: Languages): PageAddress | null => {
  if (path.includes('//')) return null;
  const segments = path.replace(/^\//, '').replace(/\/$/, '').split('/');
  const first = segments[0] ?? '';
  const hasLocale = first !== languages.default && languages.all.includes(first);
  const locale = hasLocale ? first : languages.default;
  const prefix = hasLocale ? `/${first}` : '';
  const [name = '', encoded, ...more] = hasLocale ? segments.slice(1) : segments;
  const base = { locale, prefix, collection: '', slug: '' };

  if (more.length > 0) return null;
  if (name === '') return encoded === undefined ? { ...base, page: 'front' } : null;
  if (isOneOf(OWN_PAGES, name)) return encoded === undefined ? { ...base, page: name } : null;
  if (!isOneOf(COLLECTIONS, name)) return null;
  if (encoded === undefined) return { ...base, page: 'list', collection: name };
  const slug = decode(encoded);
  return slug === null ? null : { ...base, page: 'item', collection: name, slug };
};
