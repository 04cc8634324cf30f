/** What XML 1.0 cannot hold, not even escaped (https://www.w3.org/TR/xml/#charsets): controls, halves of pairs, non-characters. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as XML can hold it; undefined for one that has nothing to show. */
export const xmlText = (text: string | null | undefined): string | undefined => {
  const clean = (text ?? '').replace(FORBIDDEN, '');
  return clean.trim() === '' ? undefined : clean;
};

/**
 * The writer breaks lines around CDATA sections. Whitespace counts in an id, which is compared character by character
 * (RFC 4287, 4.2.6.1), and in an address.
 */
export const withoutBreaksAroundCdata = (xml: string): string =>
  xml.replace(/>\s+<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\s+<\//g, ']]></');

/** An attribute's value between double quotes. */
export const xmlAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A plain text as HTML that shows it. */
export const textAsHtml = (text: string | null | undefined): string | undefined =>
  xmlText(text)?.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
