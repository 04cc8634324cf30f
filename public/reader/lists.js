// Lists: the front page, news, and what belongs to a topic, an issuer, an author ...
import { h, say } from './dom.js';
import { card, day, entry, facts, foreign, joined, mixed, pager, picture, section } from './format.js';
import { NAMES } from './names.js';
import { item, list, site, to } from './site.js';

const SIZE = 12;
const paged = (address, size = SIZE) => ({
  'pagination[page]': address.searchParams.get('page') ?? 1,
  'pagination[pageSize]': size,
});
const cards = (all, level) => h`<div class="cards">${all.map((one) => card(one, level))}</div>`;
const links = (all) =>
  h`<ul class="chips">${all.map(({ url, name, title, isFallback, locale }) => h`<li${foreign({ isFallback, locale })}><a href="${url}">${name ?? title}</a></li>`)}</ul>`;
const nothing = () => h`<p>${say('Chưa có nội dung nào.', 'There is nothing here yet.')}</p>`;

export const front = async (_page, signal) => {
  const [home, latest, featured, documents, topics] = await Promise.all([
    site().catch(() => ({ data: { name: 'Gazette' } })),
    list('articles', { 'pagination[pageSize]': SIZE + 1 }, signal),
    list('articles', { 'filters[featured]': true, 'pagination[pageSize]': 5 }, signal),
    list('documents', { 'pagination[pageSize]': 6 }, signal),
    list('topics', { 'pagination[pageSize]': 100, sort: 'position' }, signal),
  ]);
  // Pinned, else featured and still news, else the newest.
  const isPinned = ({ pinnedUntil }) => pinnedUntil && new Date(pinnedUntil) > new Date();
  const isNews = ({ documentId }) => latest.data.some((one) => one.documentId === documentId);
  const lead = featured.data.find(isPinned) ?? featured.data.find(isNews) ?? latest.data[0];
  const rest = latest.data.filter(({ documentId }) => documentId !== lead?.documentId).slice(0, SIZE);
  return {
    title: '',
    content: h`<h1 class="away">${home.data.name}</h1>
    ${lead ? card(lead, h`h2`, true) : nothing()}
    <div class="two">
      <section><h2><a href="${to('articles')}">${say('Tin mới', 'Latest news')}</a></h2>${cards(rest)}</section>
      <div>
        ${section(h`<a href="${to('documents')}">${say('Văn bản mới', 'New documents')}</a>`, documents.data.length > 0 && h`<ul class="plain">${documents.data.map(entry)}</ul>`)}
        ${section(h`<a href="${to('topics')}">${say('Chuyên mục', 'Topics')}</a>`, links(topics.data.filter(({ parent }) => !parent)))}
      </div>
    </div>`,
  };
};

export const news = async ({ address }, signal) => {
  const { data, meta } = await list('articles', paged(address), signal);
  const title = say(...NAMES.articles);
  return {
    title,
    content: h`<h1>${title}</h1>${data.length ? cards(data, h`h2`) : nothing()}${pager(meta.pagination, address)}`,
  };
};

const branches = (all, parent) => {
  const here = all.filter((one) => (one.parent?.documentId ?? null) === parent);
  return (
    here.length > 0 &&
    h`<ul>${here.map((one) => h`<li${foreign(one)}><a href="${one.url}">${one.title}</a>${branches(all, one.documentId)}</li>`)}</ul>`
  );
};

/** Names only; topics and issuers as the trees that they are. */
export const index = async ({ name, address }, signal) => {
  const isTree = name === 'topics' || name === 'issuers';
  const sort = name === 'topics' ? 'position' : 'title';
  const { data, meta } = await list(name, { ...paged(address, 100), sort }, signal);
  const title = say(...NAMES[name]);
  return {
    title,
    content: h`<h1>${title}</h1>${data.length === 0 && nothing()}
      ${isTree && meta.pagination.pageCount < 2 ? h`<div class="tree">${branches(data, null)}</div>` : links(data)}${pager(meta.pagination, address)}`,
  };
};

const facets = { topics: 'topic', dossiers: 'dossier', tags: 'tag', authors: 'author' };

/** A topic, a dossier, a tag, an author: what it is, and its articles. */
export const subject = async ({ name, slug, address }, signal) => {
  const { data } = await item(name, slug, signal);
  const filter = `filters[${facets[name]}]`;
  const [articles, documents] = await Promise.all([
    list('articles', { ...paged(address), [filter]: data.slug }, signal),
    name === 'topics'
      ? list('documents', { [filter]: data.slug, 'pagination[pageSize]': 6 }, signal)
      : { data: [], meta: {} },
  ]);
  const { ancestors = [], children = [], avatar, role, unit } = data;
  return {
    title: data.title,
    item: data,
    content: h`<p class="kicker"><a href="${to(name)}">${say(...NAMES[name])}</a>${ancestors.map((one) => h` › <a href="${one.url}">${one.name}</a>`)}</p>
    <div class="who">${avatar && picture(avatar, '6rem')}<h1>${data.title}</h1></div>
    ${(role || unit) && h`<p>${[role, unit].filter(Boolean).join(', ')}</p>`}
    ${(data.description ?? data.summary) && h`<p class="sapo">${data.description ?? data.summary}</p>`}
    ${children.length > 0 && links(children)}
    ${articles.data.length ? cards(articles.data, h`h2`) : documents.data.length === 0 && nothing()}${pager(articles.meta.pagination, address)}
    ${section(
      say('Văn bản', 'Documents'),
      documents.data.length > 0 &&
        h`<ul class="plain">${documents.data.map(entry)}</ul>
      <p><a href="${to('documents')}?topic=${encodeURIComponent(data.slug)}">${say('Tất cả văn bản của chuyên mục', 'All documents of this topic')}</a></p>`,
    )}`,
  };
};

export const issuer = async ({ slug, address }, signal) => {
  const { data } = await item('issuers', slug, signal);
  const documents = await list('documents', { ...paged(address), 'filters[issuer]': data.slug }, signal);
  const named = (all) => joined(all.map(({ url, name }) => h`<a href="${url}">${name}</a>`));
  const { contact } = data;
  return {
    title: data.title,
    item: data,
    content: h`<p class="kicker"><a href="${to('issuers')}">${say(...NAMES.issuers)}</a></p><h1>${data.title}</h1>
    ${facts([
      [say('Ký hiệu', 'Code'), data.code],
      [say('Cấp', 'Level'), data.levelLabel],
      [say('Khối', 'Branch'), data.branchLabel],
      [say('Trực thuộc', 'Below'), named(data.ancestors)],
      [say('Đơn vị trực thuộc', 'Above'), named(data.children)],
      [say('Tiền thân', 'Followed'), named(data.predecessors)],
      [say('Kế tục bởi', 'Followed by'), named(data.successors)],
      [say('Hoạt động từ', 'Since'), day(data.validFrom)],
      [say('Kết thúc hoạt động', 'Until'), day(data.validTo)],
      [say('Địa chỉ', 'Address'), contact?.address],
      [say('Điện thoại', 'Telephone'), contact?.phone],
      ['Email', contact?.email && h`<a href="mailto:${contact.email}">${contact.email}</a>`],
    ])}
    ${section(say('Văn bản đã ban hành', 'Documents issued'), documents.data.length ? mixed(documents.data) : nothing())}${pager(documents.meta.pagination, address)}`,
  };
};
