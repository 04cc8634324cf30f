const BLOCK_TAG =
  /<\/?(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|summary|table|td|th|tr|ul)(?![a-z0-9-])[^<>]*>/gi;
const TAG = /<\/?[a-z][^<>]*>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** Whether a text is HTML rather than words. */
export const isHtml = (text: string): boolean => /<\/?[a-z][a-z0-9]*(?: [^<>]*)?>/i.test(text);

/** The text of HTML as its reader sees it, a line a block. For comparing only: no scripts or styles are expected in it. */
export const htmlText = (html: string): string =>
  html
    .replace(/\s+/g, ' ')
    .replace(BLOCK_TAG, '\n')
    .replace(TAG, '')
    .replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
