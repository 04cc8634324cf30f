import { h, marked, say } from './dom.js';
import { count, day, on, pager } from './format.js';
import { NAMES } from './names.js';
import { list, to } from './site.js';

const TYPES = [['', ['Tất cả', 'All']], ...['articles', 'documents'].map((name) => [name, NAMES[name]])];
const hit = ({
  url,
  symbol,
  title,
  highlights,
  firstPublishedAt,
  issuedOn,
  isFallback,
  locale,
}) => h`<li class="entry"${isFallback && h` lang="${locale}"`}>
  ${symbol && h`<p class="fine"><b>${symbol}</b></p>`}<h2><a href="${url}">${highlights ? marked(highlights.title) : title}</a></h2>
  ${highlights?.text && h`<p class="sum">${marked(highlights.text)}</p>`}<p class="fine">${issuedOn ? day(issuedOn) : on(firstPublishedAt)}</p></li>`;

/** Where the server does not search, it still knows a document by its symbol. */
const bySymbol = async (symbol, signal) => {
  const { data } = await list('documents/lookup', { symbol }, signal).catch(() => ({ data: [] }));
  return { data, meta: {}, isPartial: true };
};

const ask = async (q, type, address, signal) => {
  if (!q.trim()) return { data: [], meta: {}, isEmpty: true };
  const parameters = { q, type, 'pagination[page]': address.searchParams.get('page') ?? 1, 'pagination[pageSize]': 20 };
  try {
    return await list('search', parameters, signal);
  } catch (error) {
    if (error.status === 404) return bySymbol(q, signal);
    if (error.status === 400) return { data: [], meta: {}, refused: error.message };
    throw error;
  }
};

export const search = async ({ address }, signal) => {
  const q = address.searchParams.get('q') ?? '';
  const type = address.searchParams.get('type') ?? '';
  const { data, meta, isPartial, isEmpty, refused } = await ask(q, type, address, signal);
  const total = meta.pagination?.total ?? data.length;
  const found = isEmpty
    ? say('Gõ từ cần tìm vào ô phía trên.', 'Type what you look for into the field above.')
    : say(`${count(total)} kết quả cho “${q}”`, `${count(total)} results for “${q}”`);
  const link = ([value, words]) =>
    h`<li><a href="${to('search')}?q=${encodeURIComponent(q)}${value && `&type=${value}`}" ${value === type && h`aria-current="true"`}>${say(...words)}</a></li>`;
  return {
    title: q ? `${q} – ${say('Tìm kiếm', 'Search')}` : say('Tìm kiếm', 'Search'),
    said: found,
    content: h`<h1>${say('Tìm kiếm', 'Search')}</h1>
    ${!isEmpty && !isPartial && h`<ul class="chips">${TYPES.map(link)}</ul>`}
    ${isPartial && h`<p class="notice">${say('Máy chủ này chỉ tra được số, ký hiệu văn bản, ví dụ 57-KL/TW.', 'This server only looks up symbols of documents, 57-KL/TW for example.')}</p>`}
    ${refused ? h`<p class="notice">${say('Không tìm được với những từ này.', 'These words cannot be searched.')} <span lang="en">${refused}</span></p>` : h`<p>${found}</p>`}
    <ul class="plain">${data.map(hit)}</ul>${meta.pagination && pager(meta.pagination, address)}`,
  };
};
