// The site: its languages, addresses, and answers of its API.
const root = document.documentElement;
export const locale = root.lang;
export const usual = root.dataset.default;
export const locales = root.dataset.locales.split(' ');
export const prefix = locale === usual ? '' : `/${locale}`;
const pages = /^(articles|documents|directives|resolutions|topics|dossiers|issuers|authors|tags|pages|search|account)$/;

/** A path of the reader in the page's language. */
export const to = (...segments) => `${prefix}/${segments.map(encodeURIComponent).join('/')}`;

/** The page of an address: null for what is none of the reader, or of another language, which is another page load. */
export const pageOf = ({ pathname }) => {
  if (pathname !== prefix && !pathname.startsWith(`${prefix}/`)) return null;
  const [name = '', slug, more] = pathname.slice(prefix.length).replace(/\/$/, '').split('/').slice(1);
  if (more !== undefined || (name && !pages.test(name))) return null;
  return { name, slug: slug && decodeURIComponent(slug) };
};

// What the server knew that this page would ask for.
const held = new Map();
for (const { dataset, textContent } of document.querySelectorAll('script[data-answer]'))
  held.set(dataset.answer, JSON.parse(textContent));

/** Asks the API. @throws its error, {status, name, message, details} */
export const get = async (path, signal) => {
  let answer = held.get(path);
  held.delete(path);
  if (!answer) {
    const response = await fetch(`/api${path}`, { signal });
    answer = await response.json().catch(() => ({ error: { status: response.status, message: response.statusText } }));
  }
  if (answer.error) throw answer.error;
  return answer;
};

const inLanguage = locale === usual ? { locale } : { locale, fallback: usual };
const without = (values) =>
  Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');

/** An item; 404 where it is not in this language. */
export const item = (collection, slug, signal) =>
  get(`/${collection}/${encodeURIComponent(slug)}?locale=${encodeURIComponent(locale)}`, signal);

/** A list in the page's language, with what is not translated in the site's own. */
export const list = (path, parameters, signal) =>
  get(`/${path}?${new URLSearchParams(without({ ...inLanguage, ...parameters }))}`, signal);

let home;
export const site = () => (home ??= list('site', {}));
