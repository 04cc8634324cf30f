// HTML from templates. Every value is escaped unless it is a template itself, or HTML that the server has cleaned.
export { say } from '../gazette.js';

class Html {
  constructor(text) {
    this.text = text;
  }
}
const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const part = (value) => {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  return Array.isArray(value) ? value.map(part).join('') : String(value).replace(/[&<>"']/g, (sign) => signs[sign]);
};
export const h = ({ raw }, ...values) => new Html(String.raw({ raw }, ...values.map(part)));

/** Only for an item's `bodyHtml`, which the server has cleaned and escaped. */
export const cleaned = (text) => new Html(text);

/** A text of which only `<mark>` is kept as it is: a search's highlights. */
export const marked = (text) => {
  const box = document.createElement('template');
  box.innerHTML = text;
  const nodes = [...box.content.childNodes];
  return nodes.map((node) => (node.localName === 'mark' ? h`<mark>${node.textContent}</mark>` : node.textContent));
};

const origins = (document.querySelector('meta[name=gazette-origins]')?.content ?? '').split(' ').filter(Boolean);

/** An address of this site as a path, so that it leads here by whatever name the site was reached; others stay. */
export const own = (address) => {
  const origin = origins.find((one) => address === one || address?.startsWith(`${one}/`));
  return origin ? address.slice(origin.length) || '/' : address;
};

const isSafe = (address) => /^(https?:|mailto:|tel:|[/#?]|[^:]*$)/i.test(address.trim());

/** Nodes of a template. They are looked through before they are in the page, so nothing is loaded from elsewhere first. */
export const nodes = (template) => {
  const box = document.createElement('template');
  box.innerHTML = part(template);
  for (const name of ['href', 'src']) {
    for (const node of box.content.querySelectorAll(`[${name}]`)) {
      const address = node.getAttribute(name);
      if (isSafe(address)) node.setAttribute(name, own(address));
      else node.removeAttribute(name);
    }
  }
  for (const image of box.content.querySelectorAll('[srcset]'))
    image.srcset = image.getAttribute('srcset').split(', ').map(own).join(', ');
  for (const table of box.content.querySelectorAll('.body table')) {
    const frame = document.createElement('div');
    frame.className = 'scroll';
    frame.tabIndex = 0;
    table.replaceWith(frame);
    frame.append(table);
  }
  return box.content;
};
