import { attribute, figureHtml, lines } from './figure-html';
import { escapeHtml } from './html-tags';
import { safeLinkAddress } from './safe-address';
import type { Block, InlineNode, ListItemNode, ListNode, PublicBlockImage, PublicBlocks, TextNode } from './types';

const TAG_OF_MARK = { code: 'code', strikethrough: 's', underline: 'u', italic: 'em', bold: 'strong' } as const;
const MARKS = ['code', 'strikethrough', 'underline', 'italic', 'bold'] as const;

/** Rich text as HTML: all texts escaped, unsafe links as plain text, headings from h2 as the page's title is its h1. */
export const blocksToHtml = (blocks: PublicBlocks): string => blocks.map(blockHtml).join('\n');

function blockHtml(block: Block<PublicBlockImage>): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineHtml(block.children)}</p>`;
    case 'quote':
      return `<blockquote><p>${inlineHtml(block.children)}</p></blockquote>`;
    case 'heading': {
      const tag = `h${Math.max(2, block.level)}`;
      return `<${tag}>${inlineHtml(block.children)}</${tag}>`;
    }
    case 'code':
      return `<pre><code>${escapeHtml(block.children.map(plainText).join(''))}</code></pre>`;
    case 'list':
      return listHtml(block);
    case 'image':
      return figureHtml({ image: block.image, caption: block.image.caption, credit: null });
  }
}

/** A list beside an item goes into that item, as HTML wants it. */
function listHtml(list: ListNode): string {
  const items: string[] = [];
  for (const child of list.children) {
    const last = items.pop();
    if (child.type === 'list-item') items.push(...(last === undefined ? [] : [last]), itemHtml(child));
    else items.push(`${last ?? ''}${listHtml(child)}`);
  }
  const tag = list.format === 'ordered' ? 'ol' : 'ul';
  return `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
}

const itemHtml = (item: ListItemNode): string => inlineHtml(item.children);

const inlineHtml = (children: InlineNode[]): string =>
  children.map((child) => (child.type === 'text' ? textHtml(child) : linkHtml(child))).join('');

function linkHtml(link: Extract<InlineNode, { type: 'link' }>): string {
  const text = link.children.map(textHtml).join('');
  const href = safeLinkAddress(link.url);
  if (href === null) return text;
  const newTab = link.target === '_blank' ? ' target="_blank" rel="noopener noreferrer"' : '';
  return `<a${attribute('href', href)}${newTab}>${text}</a>`;
}

const textHtml = (node: TextNode): string =>
  node.text === ''
    ? ''
    : MARKS.reduce(
        (html, mark) => (node[mark] === true ? `<${TAG_OF_MARK[mark]}>${html}</${TAG_OF_MARK[mark]}>` : html),
        lines(node.text),
      );

/** The text of an inline node without marks. */
export const plainText = (node: InlineNode): string =>
  node.type === 'text' ? node.text : node.children.map((child) => child.text).join('');
