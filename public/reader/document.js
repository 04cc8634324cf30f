import { cleaned, h, say } from './dom.js';
import { badge, count, day, facts, joined, mixed, section, size } from './format.js';
import { changed, citations, corrected, linkCitations, withdrawn } from './notices.js';
import { item, list, to } from './site.js';

const issuer = ({ slug, name }) => h`<a href="${to('issuers', slug)}">${name}</a>`;

const symbolLink = ({ collection, slug, symbol }) => h`<a href="${to(collection, slug)}">${symbol}</a>`;

/** Why a status holds, as the register has computed it. */
const reasons = ({ because = [] }) =>
  h`<ul class="fine">${because.map(({ label, on, scope, by }) => h`<li>${label}${scope && h` (${scope})`}${on && h`, ${day(on)}`}${by && h`: ${symbolLink(by)}`}</li>`)}</ul>`;

const place = (scope, anchor) => scope && h` (${anchor ? h`<a href="#${anchor}">${scope}</a>` : scope})`;

const relations = (all) => {
  const groups = new Map();
  for (const one of all) groups.set(one.label, [...(groups.get(one.label) ?? []), one]);
  return [...groups].map(
    ([label, members]) =>
      h`<h3>${label[0].toUpperCase() + label.slice(1)}</h3><ul>${members.map(
        (one) =>
          h`<li>${
            one.document ? h`<a href="${one.document.url}">${one.symbol}</a>: ${one.document.title}` : one.symbol
          }${place(one.scope, one.anchor)}${one.effectiveOn && h` <span class="fine">${say('từ', 'from')} ${day(one.effectiveOn)}</span>`}${one.note && h`<br><span class="fine">${one.note}</span>`}</li>`,
      )}</ul>`,
  );
};

const timeline = (events) =>
  events.length > 0 &&
  h`<ol class="timeline">${events.map(({ on, label, by, scope, anchor }) => h`<li><b>${day(on) ?? say('Chưa rõ ngày', 'Day unknown')}</b> ${label}${place(scope, anchor)}${by && h`: ${symbolLink(by)}`}</li>`)}</ol>`;

const files = (all) =>
  all.length > 0 &&
  h`<ul class="plain">${all.map(
    ({ title, url, mime, pages, official, accessible, sha256, size: bytes }) => h`<li class="entry">
  <a href="${url}" download>${title ?? say('Tệp đính kèm', 'Attachment')}</a>
  <span class="fine">${[(mime ?? '').split('/').pop().slice(0, 12).toUpperCase(), size(bytes), pages && say(`${pages} trang`, `${pages} pages`), official && say('bản chính thức', 'official'), accessible && say('đọc được bằng trình đọc màn hình', 'screen-reader friendly')].filter(Boolean).join(' · ')}</span>
  ${sha256 && h`<details class="fine"><summary>SHA-256</summary><code>${sha256}</code></details>`}</li>`,
  )}</ul>`;

/** Chapters and articles only: clauses would make it longer than the text. */
const contents = (all, depth = 0) =>
  all.length > 0 &&
  h`<ul>${all.map(
    ({ anchor, label, title, children }) =>
      h`<li><a href="#${anchor}">${label}${title && `. ${title}`}</a>${
        depth < 2 &&
        contents(
          children.filter(({ level }) => !/clause|point/.test(level)),
          depth + 1,
        )
      }</li>`,
  )}</ul>`;

const states = {
  'not-started': ['Chưa thực hiện', 'Not started'],
  'in-progress': ['Đang thực hiện', 'In progress'],
  done: ['Đã hoàn thành', 'Done'],
};
const tasks = (all = []) =>
  all.length > 0 &&
  h`<ul>${all.map(({ title, leadIssuer, dueOn, status }) => h`<li>${title} <span class="fine">${leadIssuer && h`${issuer(leadIssuer)} · `}${dueOn && h`${say('hạn', 'due')} ${day(dueOn)} · `}${say(...(states[status] ?? [status, status]))}</span></li>`)}</ul>`;

const votes = (given) =>
  given &&
  [
    [say('Tán thành', 'For'), given.for],
    [say('Không tán thành', 'Against'), given.against],
    [say('Không biểu quyết', 'Abstained'), given.abstained],
  ]
    .filter(([, number]) => number !== null)
    .map(([name, number]) => `${name}: ${count(number)}`)
    .join(' · ');

export const official = async ({ name, slug }, signal) => {
  const below = (path, parameters) =>
    list(`${name}/${encodeURIComponent(slug)}/${path}`, parameters, signal).catch(() => ({ data: [] }));
  const [{ data }, life, citing] = await Promise.all([
    item(name, slug, signal),
    below('timeline', {}),
    below('citing', { 'pagination[pageSize]': 10 }),
  ]);
  const { symbol, kind, title, status, signers } = data;
  return {
    title: `${symbol}: ${title}`,
    item: data,
    content: h`<article class="text">
      <p class="kicker"><a href="${to('documents')}">${say('Văn bản', 'Documents')}</a>${kind && h` · ${kind.label}`}</p>
      <h1>${kind?.label} ${symbol}</h1>
      <p class="sapo">${title}</p>
      ${withdrawn(data)}${corrected(data)}
      ${facts([
        [
          say('Hiệu lực', 'Status'),
          status &&
            h`${badge(status)} <span class="fine">${say('tính đến', 'as of')} ${day(status.asOf)}</span>${reasons(status)}`,
        ],
        [say('Số, ký hiệu', 'Symbol'), symbol],
        [say('Cơ quan ban hành', 'Issued by'), joined([data.issuer, ...data.coIssuers].filter(Boolean).map(issuer))],
        [
          say('Người ký', 'Signed by'),
          joined(
            signers.map(({ capacity, position, name: signer }) =>
              [capacity, position, signer].filter(Boolean).join(' '),
            ),
          ),
        ],
        [say('Ngày ban hành', 'Issued on'), day(data.issuedOn)],
        [say('Ngày có hiệu lực', 'In force from'), day(data.effectiveFrom)],
        [say('Có hiệu lực đến hết', 'In force until'), day(data.effectiveTo)],
        [say('Kỳ họp', 'Meeting'), [data.meeting, data.term].filter(Boolean).join(', ')],
        [say('Biểu quyết', 'Votes'), votes(data.votes)],
        [
          say('Chuyên mục', 'Topics'),
          joined(data.topics.map((one) => h`<a href="${to('topics', one.slug)}">${one.name}</a>`)),
        ],
      ])}
      ${data.summary && h`<p class="cite-in">${data.summary}</p>`}
      ${section(say('Tệp văn bản', 'Files'), files(data.attachments))}
      ${data.contents.length > 0 && h`<details class="contents"><summary>${say('Mục lục', 'Contents')}</summary><nav aria-label="${say('Mục lục', 'Contents')}">${contents(data.contents)}</nav></details>`}
      ${data.bodyHtml && section(say('Toàn văn', 'Text'), h`<div class="body cite-in">${cleaned(data.bodyHtml)}</div>`)}
      ${section(say('Nhiệm vụ', 'Tasks'), tasks(data.tasks))}
      ${section(say('Quan hệ với văn bản khác', 'Relations'), relations(data.relations), 'relations')}
      ${section(say('Quá trình hiệu lực', 'Timeline'), timeline(life.data))}
      ${citations(data)}
      ${section(say('Được nhắc đến trong', 'Mentioned in'), citing.data.length > 0 && mixed(citing.data))}
      ${changed(data)}
    </article>`,
    ready: (main) => main.querySelectorAll('.cite-in').forEach((part) => linkCitations(part, data.citations)),
  };
};
