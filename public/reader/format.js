import { h, say } from './dom.js';
import { locale } from './site.js';

const form = (options) => new Intl.DateTimeFormat(locale, options);
const calendar = form({ day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
const moment = form({ dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' });
const instantDay = form({ dateStyle: 'long', timeZone: 'Asia/Ho_Chi_Minh' });

/** A day of the calendar, YYYY-MM-DD. */
export const day = (text) =>
  text && h`<time datetime="${text}">${calendar.format(new Date(`${text}T00:00:00Z`))}</time>`;
export const at = (text) => text && h`<time datetime="${text}">${moment.format(new Date(text))}</time>`;
export const on = (text) => text && h`<time datetime="${text}">${instantDay.format(new Date(text))}</time>`;
export const count = (number) => new Intl.NumberFormat(locale).format(number);

export const size = (bytes) => {
  if (bytes === null) return '';
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'KB'] : [bytes / 1e6, 'MB'];
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)} ${unit}`;
};

const tones = { 'in-force': 'good', expired: 'bad', obsolete: 'bad' };
/** What is in force, in words; the colour only repeats them. */
export const badge = (status) =>
  status && h`<span class="badge ${tones[status.code] ?? 'some'}">${status.label}</span>`;

/** An image in the width that its place has. @param sizes as in HTML */
export const picture = (image, sizes, isFirst) => {
  const sources = [...image.formats, image].filter(({ width }) => width);
  const set = sources.map(({ url, width }) => `${url.replace(/[\s,]/g, encodeURIComponent)} ${width}w`).join(', ');
  return h`<img src="${image.url}" srcset="${set}" sizes="${sizes}" width="${image.width}" height="${image.height}"
    alt="${image.alternativeText ?? ''}" ${isFirst ? h`fetchpriority="high"` : h`loading="lazy"`}>`;
};

export const figure = ({ image, caption, credit }, isFirst) => h`<figure class="cover">
  ${image && picture(image, '(min-width: 50rem) 46rem, 100vw', isFirst)}
  ${(caption || credit) && h`<figcaption>${caption} ${credit && h`<small>${credit}</small>`}</figcaption>`}
</figure>`;

/** Marks a text that is not in the page's language. */
export const foreign = (one) => one.isFallback && h` lang="${one.locale}"`;

const mark = ({ withdrawal }) => withdrawal && h`<span class="badge bad">${say('Đã rút', 'Withdrawn')}</span> `;

/** An article in a list. @param level of its heading */
export const card = (
  article,
  level = h`h3`,
  isFirst = false,
) => h`<article class="card ${isFirst && 'lead'}"${foreign(article)}>
  ${
    article.cover?.image &&
    h`<a href="${article.url}" tabindex="-1" aria-hidden="true">${picture(
      { ...article.cover.image, alternativeText: '' },
      isFirst ? '(min-width: 50rem) 40rem, 100vw' : '(min-width: 50rem) 14rem, 40vw',
      isFirst,
    )}</a>`
  }
  <div>
    ${article.kicker && h`<p class="kicker">${article.kicker}</p>`}
    <${level}>${mark(article)}<a href="${article.url}">${article.title}</a></${level}>
    ${article.lead && h`<p class="sum">${article.lead}</p>`}
    <p class="fine">${on(article.firstPublishedAt)}${article.rating?.count > 0 && ` · ★ ${article.rating.average} (${article.rating.count})`}</p>
  </div>
</article>`;

/** A document in a list. */
export const entry = (one) => h`<li class="entry"${foreign(one)}>
  <p class="fine"><b>${one.symbol}</b> · ${one.kind?.label} · ${day(one.issuedOn)} ${badge(one.status)}</p>
  <h3>${mark(one)}<a href="${one.url}">${one.title}</a></h3>
  <p class="fine">${one.issuer?.name}</p>
</li>`;

/** Articles and documents in one list. */
export const mixed = (all) =>
  h`<ul class="plain">${all.map((one) => (one.symbol ? entry(one) : h`<li>${card(one)}</li>`))}</ul>`;

/** The way to the other pages of a list. @param address a URL of which only `page` changes */
export const pager = ({ page, pageCount }, address) => {
  const link = (number, text, rel) => {
    const next = new URL(address);
    next.searchParams.set('page', number);
    return h`<a rel="${rel}" href="${next.pathname + next.search}">${text}</a>`;
  };
  return (
    pageCount > 1 &&
    h`<nav class="pager" aria-label="${say('Các trang', 'Pages')}">
    ${page > 1 && link(page - 1, say('← Trang trước', '← Previous'), 'prev')}
    <span>${say(`Trang ${page} trên ${pageCount}`, `Page ${page} of ${pageCount}`)}</span>
    ${page < pageCount && link(page + 1, say('Trang sau →', 'Next →'), 'next')}
  </nav>`
  );
};

/** Facts by name, without those that nothing is known of. */
export const facts = (pairs) =>
  h`<dl class="facts">${pairs
    .filter(([, value]) => value && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => h`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;

/** Values with commas between. */
export const joined = (values) => values.flatMap((value, index) => (index ? [', ', value] : [value]));

/** A part of a page with its heading, or nothing where it has no content. */
export const section = (title, content, name = '') =>
  content &&
  !(Array.isArray(content) && content.length === 0) &&
  h`<section class="${name}"><h2>${title}</h2>${content}</section>`;
