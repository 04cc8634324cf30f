import { cleanBlocks } from './clean-blocks';
import { cleanHtml } from './clean-html';
import { safeImageAddress } from './safe-address';
import { SectionError, joinPath } from './section-error';
import { isRecord } from './values';

/**
 * The value of a body (a dynamic zone) as an editor, an API client or the import sends it, made safe to store: the
 * rich text and HTML in it are cleaned. Everything else stays as it is: ids, media, relations, unknown attributes.
 * @throws SectionError with the path of the offending value, "3.body.0.children".
 */
export function cleanSections(sections: unknown[]): unknown[] {
  if (!Array.isArray(sections)) {
    throw new SectionError('', {
      vi: 'Nội dung phải là một danh sách các phần.',
      en: 'A body must be an array of sections.',
    });
  }
  return sections.map((section, index) => cleanSection(section, String(index)));
}

function cleanSection(section: unknown, path: string): unknown {
  if (!isRecord(section)) {
    throw new SectionError(path, {
      vi: 'Mỗi phần của nội dung phải là một đối tượng có "__component".',
      en: 'A section must be an object with a "__component".',
    });
  }
  switch (section.__component) {
    case 'gazette.text':
      return replace(section, 'body', (body) => at(joinPath(path, 'body'), () => cleanBlocks(body)));
    case 'gazette.html':
      return replace(section, 'html', (html) => at(joinPath(path, 'html'), () => htmlOf(html)));
    case 'gazette.media':
      return replace(section, 'url', (url) => at(joinPath(path, 'url'), () => addressOf(url)));
    default:
      return section;
  }
}

/** An attribute that is not sent, or sent as null, stays so: a partial update is none of our business. */
function replace(section: Record<string, unknown>, attribute: string, clean: (value: unknown) => unknown): unknown {
  const value = section[attribute];
  return value === undefined || value === null ? section : { ...section, [attribute]: clean(value) };
}

/** Runs `clean`; an error of it names the place in the whole body. */
function at<Result>(path: string, clean: () => Result): Result {
  try {
    return clean();
  } catch (error) {
    throw error instanceof SectionError ? error.within(path) : error;
  }
}

function htmlOf(html: unknown): string {
  if (typeof html === 'string') return cleanHtml(html);
  throw new SectionError('', { vi: 'HTML phải là một chuỗi văn bản.', en: 'HTML must be a text.' });
}

function addressOf(url: unknown): string {
  if (url === '') return url;
  const address = safeImageAddress(url);
  if (address !== null) return address;
  throw new SectionError('', {
    vi: 'Địa chỉ phải bắt đầu bằng http:// hoặc https://, hoặc là một đường dẫn trên trang này (/uploads/...).',
    en: 'The address must begin with http:// or https://, or be a path on this site (/uploads/...).',
  });
}
