// The reader: which page an address is, going from one to the next without loading anew, and the frame around.
import { article, page } from './article.js';
import { account } from './account.js';
import { official } from './document.js';
import { h, nodes, own, say } from './dom.js';
import { at } from './format.js';
import { front, index, issuer, news, subject } from './lists.js';
import { register } from './register.js';
import { search } from './search.js';
import { locale, locales, pageOf, prefix, site, to, usual } from './site.js';

const main = document.querySelector('main');
const said = document.querySelector('body > [role=status]');
const field = document.querySelector('.find input');
const siteName = document.querySelector('.brand b').textContent;
let session = null;
let shown = null;
let loading;

const ITEMS = {
  articles: article,
  pages: page,
  issuers: issuer,
  directives: official,
  resolutions: official,
  documents: official,
};
const LISTS = {
  '': front,
  articles: news,
  search,
  account: () => account(session),
  documents: register,
  directives: register,
  resolutions: register,
};
const viewOf = ({ name, slug }) => (slug === undefined ? (LISTS[name] ?? index) : (ITEMS[name] ?? subject));

const languageName = (code) => new Intl.DisplayNames([code], { type: 'language' }).of(code);
const homeOf = (code) => (code === usual ? '' : `/${code}`);

/** The page for an address that shows nothing. */
const failed = ({ status, details, message }, here) => {
  const there = details?.locales ?? [];
  const title =
    status === 410
      ? say('Nội dung đã được gỡ', 'This was taken back')
      : status === 404
        ? say('Không tìm thấy trang', 'Page not found')
        : say('Không tải được trang', 'The page could not be loaded');
  return {
    title,
    content: h`<h1>${title}</h1>
    ${status === 410 && h`<p>${say('Nội dung ở địa chỉ này từng được đăng và đã được gỡ', 'What stood here was published and has been taken back')}${details?.deletedAt && h`: ${at(details.deletedAt)}`}.</p>`}
    ${status === 404 && !there.length && h`<p>${say('Địa chỉ có thể đã gõ sai. Xin thử tìm ở ô phía trên.', 'The address may be mistyped. Try the search above.')}</p>`}
    ${there.length > 0 && h`<p>${say('Nội dung này chỉ có bằng:', 'This exists only in:')} ${there.map((one) => h`<a hreflang="${one.locale}" href="${homeOf(one.locale)}/${here.name}/${encodeURIComponent(one.slug)}">${languageName(one.locale)}</a> `)}</p>`}
    ${![404, 410].includes(status) && h`<p class="notice">${message}</p><p><a href="">${say('Thử lại', 'Try again')}</a></p>`}
    <p><a href="${prefix}/">${say('Về trang đầu', 'To the front page')}</a></p>`,
  };
};

const frame = ({ item }, here) => {
  for (const link of document.querySelectorAll('header nav a'))
    if (link.pathname === `${prefix}/${here?.name}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  const address = (code) => {
    const other = item?.localizations?.find((one) => one.locale === code);
    if (other) return own(other.url);
    return `${homeOf(code)}${!here || here.slug ? '/' : `/${here.name}${location.search}`}`;
  };
  const links = locales
    .filter((code) => code !== locale)
    .map((code) => h`<a lang="${code}" hreflang="${code}" href="${address(code)}">${languageName(code)}</a> `);
  document.querySelector('.languages').replaceChildren(nodes(links));
};

/** Shows the page of the present address. @param how what to do with the focus and the place on the page */
const show = async (how = {}) => {
  loading?.abort();
  const { signal } = (loading = new AbortController());
  const address = new URL(location.href);
  const here = pageOf(address);
  main.setAttribute('aria-busy', 'true');
  let found;
  try {
    if (!here) throw { status: 404 };
    found = await viewOf(here)({ ...here, address }, signal);
  } catch (error) {
    if (signal.aborted) return;
    found = failed(error, here);
  }
  if (signal.aborted) return;
  main.replaceChildren(nodes(found.content));
  main.removeAttribute('aria-busy');
  document.title = found.title ? `${found.title} – ${siteName}` : siteName;
  said.textContent = found.said ?? '';
  frame(found, here);
  const isSame = shown === address.pathname;
  shown = address.pathname;
  found.ready?.(main);
  const target = address.hash && document.getElementById(decodeURIComponent(address.hash.slice(1)));
  const heading = (isSame && main.querySelector('[data-focus]')) || main.querySelector('h1');
  if (how.scroll !== undefined) scrollTo(0, how.scroll);
  else if (target) target.scrollIntoView();
  else if (how.isNew && !isSame) scrollTo(0, 0);
  if (!how.isNew || how.keepsFocus) return;
  const focused = target || heading || main;
  focused.tabIndex = -1;
  focused.focus({ preventScroll: !isSame });
};

/** Goes to an address of the reader. */
const go = (address, { replaces, ...how } = {}) => {
  history.replaceState({ scroll: scrollY }, '');
  history[replaces ? 'replaceState' : 'pushState'](null, '', address);
  return show({ isNew: true, ...how });
};

history.scrollRestoration = 'manual';
addEventListener('popstate', ({ state }) => show({ isNew: true, scroll: state?.scroll }));

addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href]');
  const isOurs =
    link &&
    event.button === 0 &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.defaultPrevented);
  if (!isOurs || link.target || link.hasAttribute('download') || link.origin !== location.origin || !pageOf(link))
    return;
  const isWithin = link.hash && link.pathname === location.pathname && link.search === location.search;
  if (isWithin || (link.hreflang && link.hreflang !== locale)) return;
  event.preventDefault();
  go(link.href);
});

const addressOf = (form) => {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
  return `${new URL(form.action).pathname}${query.size === 0 ? '' : `?${query}`}`;
};
addEventListener('submit', (event) => {
  if (!event.target.matches('.find, .filters')) return;
  event.preventDefault();
  go(addressOf(event.target));
});

// Search as you type: the focus stays in the field, the number of results is said.
let typing;
field.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    const isThere = location.pathname === to('search');
    if (field.value.trim().length > 1 || isThere) go(addressOf(field.form), { replaces: isThere, keepsFocus: true });
  }, 250);
});

const theme = document.querySelector('button.theme');
const isDark = () => document.documentElement.dataset.theme === 'dark';
const press = () => theme.setAttribute('aria-pressed', String(isDark()));
theme.onclick = () => {
  document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
  localStorage.setItem('gazette-theme', document.documentElement.dataset.theme);
  press();
};

addEventListener('gazette-session', ({ detail }) => {
  const hasChanged = session?.user?.id !== detail.user?.id;
  session = detail;
  document.querySelector('.account').textContent = detail.user?.username ?? say('Đăng nhập', 'Sign in');
  document.querySelector('dialog').setAttribute('aria-label', say('Sắp đăng xuất', 'About to sign out'));
  if (hasChanged && pageOf(location)?.name === 'account') show({ isNew: true });
});

/** Contacts and menus, as editors keep them. */
const foot = async () => {
  const { data } = await site().catch(() => ({ data: { menus: [], contacts: [] } }));
  document.querySelector('footer').replaceChildren(
    nodes(h`
    ${data.menus.map(({ title, items }) => h`<nav aria-label="${title}"><b>${title}</b><ul>${items.map(({ url, label }) => h`<li><a href="${url}">${label}</a></li>`)}</ul></nav>`)}
    ${data.contacts.map(
      ({
        label,
        address,
        phone,
        email,
        url,
      }) => h`<address><b>${label}</b><br>${[address, phone].filter(Boolean).join(', ')}
      ${email && h`<a href="mailto:${email}">${email}</a>`} ${url && h`<a href="${url}">${url}</a>`}</address>`,
    )}`),
  );
};

press();
if (pageOf(location)?.name === 'search') field.value = new URLSearchParams(location.search).get('q') ?? '';
show();
foot();
