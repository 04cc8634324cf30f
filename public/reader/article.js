import { stars } from '../gazette.js';
import { cleaned, h, say } from './dom.js';
import { at, card, figure, joined, section } from './format.js';
import { changed, citations, corrected, linkCitations, withdrawn } from './notices.js';
import { item, list, to } from './site.js';

const people = ({ byline, authors }) =>
  byline ??
  joined(
    authors.map(
      ({ slug, name, position, unit }) =>
        h`<a rel="author" href="${to('authors', slug)}">${name}</a>${[position, unit]
          .filter(Boolean)
          .map((text) => `, ${text}`)}`,
    ),
  );

const named = (collection, title, all) =>
  all.length > 0 &&
  h`<p>${title}: ${joined(all.map(({ slug, name }) => h`<a href="${to(collection, slug)}">${name}</a>`))}</p>`;

const from = ({ source }) =>
  source &&
  h`<p>${say('Nguồn', 'Source')}: ${source.url ? h`<a href="${source.url}">${source.name ?? source.url}</a>` : source.name}</p>`;

const isUpdated = ({ firstPublishedAt, publicUpdatedAt }) => publicUpdatedAt && publicUpdatedAt !== firstPublishedAt;

export const article = async ({ slug }, signal) => {
  const [{ data }, related] = await Promise.all([
    item('articles', slug, signal),
    list(`articles/${encodeURIComponent(slug)}/related`, { limit: 4 }, signal).catch(() => ({ data: [] })),
  ]);
  const { topics, kicker, title, lead, cover, readingMinutes, bodyHtml, allowRating, withdrawal, documentId } = data;
  return {
    title,
    item: data,
    content: h`<article class="text">
      <p class="kicker">${topics[0] && h`<a href="${to('topics', topics[0].slug)}">${topics[0].name}</a>`}${topics[0] && kicker && ' · '}${kicker}</p>
      <h1>${title}</h1>
      ${withdrawn(data)}${corrected(data)}
      ${lead && h`<p class="sapo cite-in">${lead}</p>`}
      <p class="fine">${people(data)}</p>
      <p class="fine">${at(data.firstPublishedAt)}${isUpdated(data) && h` · ${say('Cập nhật', 'Updated')} ${at(data.publicUpdatedAt)}`} · ${say(`${readingMinutes} phút đọc`, `${readingMinutes} min read`)}</p>
      ${cover && figure(cover, true)}
      <div class="body cite-in">${cleaned(bodyHtml)}</div>
      <div class="about fine">${from(data)}${named('topics', say('Chuyên mục', 'Topics'), topics)}${named('dossiers', say('Dòng sự kiện', 'Running stories'), data.dossiers)}${named('tags', say('Thẻ', 'Tags'), data.tags)}</div>
      ${allowRating && !withdrawal && h`<div class="stars" data-rate="articles/${documentId}"></div>`}
      ${citations(data)}${changed(data)}
    </article>
    ${section(say('Đọc thêm', 'Read on'), related.data.length > 0 && h`<div class="cards">${related.data.map((one) => card(one))}</div>`, 'more')}`,
    ready(main) {
      main.querySelectorAll('.cite-in').forEach((part) => linkCitations(part, data.citations));
      const place = main.querySelector('[data-rate]');
      if (place) stars(place);
    },
  };
};

/** A static page. */
export const page = async ({ slug }, signal) => {
  const { data } = await item('pages', slug, signal);
  return {
    title: data.title,
    item: data,
    content: h`<article class="text">
      <p class="kicker">${joined(data.ancestors.map(({ url, name }) => h`<a href="${url}">${name}</a>`))}</p>
      <h1>${data.title}</h1>
      <div class="body">${cleaned(data.bodyHtml)}</div>
      ${data.children.length > 0 && h`<ul>${data.children.map(({ url, name }) => h`<li><a href="${url}">${name}</a></li>`)}</ul>`}
    </article>`,
  };
};
