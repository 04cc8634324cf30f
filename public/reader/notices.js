// What articles and documents share: notices on top, what changed below, citations within.
import { h, own, say } from './dom.js';
import { at, day, section } from './format.js';

export const withdrawn = ({ withdrawal }) =>
  withdrawal &&
  h`<div class="notice bad" role="note">
  <strong>${say('Nội dung này đã được rút', 'This has been withdrawn')}</strong> ${at(withdrawal.at)}
  ${withdrawal.reason && h`<p>${withdrawal.reason}</p>`}</div>`;

export const corrected = ({ corrections }) =>
  corrections.length > 0 &&
  h`<div class="notice" role="note">
  <strong>${say('Đính chính', 'Corrections')}</strong>
  <ul>${corrections.map((one) => h`<li>${at(one.at)}: ${one.text}</li>`)}</ul></div>`;

export const changed = ({ changeHistory }) =>
  section(
    say('Lịch sử cập nhật', 'Updates'),
    changeHistory.length > 0 && h`<ul>${changeHistory.map((one) => h`<li>${at(one.at)}: ${one.note}</li>`)}</ul>`,
  );

/** A document by its symbol, as a link where the register has it. */
export const cited = ({ symbol, text, title, document, ambiguous, issuedOn, url }) => {
  const known = document ?? (url ? { url, title, issuedOn } : null);
  if (!known)
    return h`<li>${text ?? symbol} <span class="fine">${
      ambiguous
        ? say('(có nhiều văn bản cùng ký hiệu)', '(several documents have this symbol)')
        : say('(chưa có trong kho văn bản)', '(not in the register)')
    }</span></li>`;
  return h`<li><a href="${known.url}">${text ?? symbol}</a>${known.title && h`: ${known.title}`} <span class="fine">${day(known.issuedOn)}</span></li>`;
};

/** Documents that an item names: those the editor picked, then those its text cites. */
export const citations = ({ documents = [], citations: found }) => {
  const picked = new Set(documents.map(({ documentId }) => documentId));
  const all = [...documents, ...found.filter(({ document }) => !picked.has(document?.documentId))];
  return section(say('Văn bản được nhắc đến', 'Documents mentioned'), all.length > 0 && h`<ul>${all.map(cited)}</ul>`);
};

const literal = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');

/** Makes links of the citations in a text that the register has. */
export const linkCitations = (root, found) => {
  const addresses = new Map();
  for (const { text, symbol, document } of found)
    if (document) for (const words of [text, symbol]) addresses.set(words.replace(/\s+/g, ' '), document);
  if (addresses.size === 0) return;
  const forms = [...addresses.keys()].sort((a, b) => b.length - a.length).map(literal);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}/-])(?:${forms.join('|')})(?![\\p{L}\\p{N}]|[-/][\\p{L}\\p{N}])`, 'gu');
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('a')) texts.push(walker.currentNode);
  // From the end of each text, so that the places before stay what they are.
  for (const node of texts) {
    for (const match of [...node.data.matchAll(pattern)].reverse()) {
      const target = addresses.get(match[0].replace(/\s+/g, ' '));
      const word = node.splitText(match.index);
      word.splitText(match[0].length);
      const link = document.createElement('a');
      link.className = 'cites';
      link.href = own(target.url);
      link.title = target.title ?? '';
      word.replaceWith(link);
      link.append(word);
    }
  }
};
