// The register of documents: filters with counts, the status on any day, and a look-up by symbol.
import { h, say } from './dom.js';
import { count, entry, pager } from './format.js';
import { NAMES as COLLECTIONS } from './names.js';
import { list } from './site.js';

const FACETS = {
  kind: ['Loại văn bản', 'Kind'],
  issuer: ['Cơ quan ban hành', 'Issued by'],
  status: ['Hiệu lực', 'Status'],
  year: ['Năm', 'Year'],
  topic: ['Chuyên mục', 'Topic'],
  level: ['Cấp', 'Level'],
};
const NAMES = Object.keys(FACETS);

const choice = (name, facet, chosen) => {
  const values = facet?.values ?? [];
  // What was chosen stays to be seen, also where nothing is left of it.
  const all =
    chosen && !values.some(({ value }) => value === chosen)
      ? [{ value: chosen, label: chosen, count: 0 }, ...values]
      : values;
  return h`<label>${say(...FACETS[name])}<select name="${name}"><option value="">${say('Tất cả', 'All')}</option>${all.map(
    ({ value, label, count: number }) =>
      h`<option value="${value}" ${value === chosen && 'selected'}>${label} (${count(number)})</option>`,
  )}</select></label>`;
};

export const register = async ({ name, address }, signal) => {
  const given = Object.fromEntries(
    [...NAMES, 'asOf', 'symbol'].map((key) => [key, address.searchParams.get(key) || undefined]),
  );
  const { asOf, symbol } = given;
  const filters = Object.fromEntries(NAMES.map((key) => [`filters[${key}]`, given[key]]));
  const found = symbol
    ? await list('documents/lookup', { symbol, asOf }, signal).catch((error) => ({ data: [], error }))
    : await list(
        name,
        {
          ...filters,
          asOf,
          facets: NAMES.join(),
          'pagination[page]': address.searchParams.get('page') ?? 1,
          'pagination[pageSize]': 20,
        },
        signal,
      );
  const { data, error, meta: { facets = {}, pagination } = {} } = found;
  if (error && error.status !== 400) throw error;
  const title = say(...COLLECTIONS[name]);
  const total = pagination?.total ?? data.length;
  const reason = error?.details?.errors?.[0]?.reason;
  return {
    title,
    content: h`<h1>${title}</h1>
    <form class="filters" action="${address.pathname}" aria-label="${say('Lọc văn bản', 'Filter documents')}">
      <label>${say('Số, ký hiệu', 'Symbol')}<input name="symbol" value="${symbol}" placeholder="57-KL/TW" maxlength="60"></label>
      ${symbol ? '' : NAMES.map((key) => choice(key, facets[key], given[key]))}
      <label>${say('Hiệu lực vào ngày', 'Status on')}<input type="date" name="asOf" value="${asOf}"></label>
      <p><button>${say('Lọc', 'Filter')}</button> <a href="${address.pathname}">${say('Bỏ lọc', 'Clear')}</a></p>
    </form>
    <h2 data-focus tabindex="-1">${say(`${count(total)} văn bản`, `${count(total)} documents`)}</h2>
    ${error && h`<p class="notice">${(reason && (reason[document.documentElement.lang] ?? reason.en ?? reason)) ?? error.message}</p>`}
    <ul class="plain">${data.map(entry)}</ul>
    ${pagination && pager(pagination, address)}`,
  };
};
