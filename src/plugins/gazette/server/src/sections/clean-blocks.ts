import { safeImageAddress, safeLinkAddress } from './safe-address';
import { SectionError, joinPath } from './section-error';
import type {
  Block,
  Blocks,
  ImageNode,
  InlineNode,
  LinkNode,
  ListItemNode,
  ListNode,
  StoredImage,
  TextNode,
} from './types';
import { isRecord } from './values';

/** Far beyond what the editor makes; keeps a hostile value from exhausting the stack. */
const MOST_LIST_LEVELS = 30;

const HEADING_LEVELS = [1, 2, 3, 4, 5, 6] as const;
const MARKS = ['bold', 'italic', 'underline', 'strikethrough', 'code'] as const;
const LINK_RELATIONS: ReadonlySet<string> = new Set(['nofollow', 'noopener', 'noreferrer', 'external', 'license']);
const BLOCK_TYPES = 'paragraph, heading, list, quote, code, image';

/**
 * The value of a `blocks` attribute with known members only. Links and images whose address is not safe are removed
 * (a link's text stays); a list inside a list item moves beside it, where Strapi's editor keeps it.
 * @throws SectionError where the value is not of the form of Strapi's blocks.
 */
export function cleanBlocks(blocks: unknown): Blocks {
  return arrayAt(blocks, '').flatMap((block, index) => cleanBlock(block, String(index)));
}

function cleanBlock(block: unknown, path: string): Block<StoredImage>[] {
  const node = recordAt(block, path);
  switch (node.type) {
    case 'paragraph':
    case 'quote':
      return [{ type: node.type, children: inlineChildren(node, path) }];
    case 'heading': {
      const level = HEADING_LEVELS.find((allowed) => allowed === node.level);
      if (level === undefined) {
        throw new SectionError(joinPath(path, 'level'), {
          vi: 'Cấp của tiêu đề phải là số từ 1 đến 6.',
          en: 'The level of a heading must be a number from 1 to 6.',
        });
      }
      return [{ type: 'heading', level, children: inlineChildren(node, path) }];
    }
    case 'code': {
      const language = typeof node.language === 'string' ? { language: node.language } : {};
      return [{ type: 'code', ...language, children: inlineChildren(node, path) }];
    }
    case 'list':
      return [cleanList(node, path, 1)];
    case 'image':
      return cleanImage(node, path);
    default:
      throw unknownType(path, BLOCK_TYPES);
  }
}

function cleanImage(node: Record<string, unknown>, path: string): ImageNode<StoredImage>[] {
  const imagePath = joinPath(path, 'image');
  const image = recordAt(node.image, imagePath);
  if (typeof image.url !== 'string') throw notText(joinPath(imagePath, 'url'));
  const url = safeImageAddress(image.url);
  return url === null ? [] : [{ type: 'image', image: { ...image, url }, children: [{ type: 'text', text: '' }] }];
}

function cleanList(node: Record<string, unknown>, path: string, level: number): ListNode {
  if (level > MOST_LIST_LEVELS) {
    throw new SectionError(path, {
      vi: `Danh sách lồng nhau quá ${MOST_LIST_LEVELS} cấp.`,
      en: `Lists are nested more than ${MOST_LIST_LEVELS} levels deep.`,
    });
  }
  const { format } = node;
  if (format !== 'ordered' && format !== 'unordered') {
    throw new SectionError(joinPath(path, 'format'), {
      vi: 'Kiểu của danh sách phải là "ordered" (đánh số) hoặc "unordered" (không đánh số).',
      en: 'The format of a list must be "ordered" or "unordered".',
    });
  }
  const childrenPath = joinPath(path, 'children');
  const children = arrayAt(node.children, childrenPath).flatMap((child, index) =>
    cleanListChild(child, joinPath(childrenPath, index), level),
  );
  const indent = typeof node.indentLevel === 'number' ? { indentLevel: node.indentLevel } : {};
  return { type: 'list', format, ...indent, children };
}

function cleanListChild(child: unknown, path: string, level: number): (ListItemNode | ListNode)[] {
  const node = recordAt(child, path);
  if (node.type === 'list') return [cleanList(node, path, level + 1)];
  if (node.type !== 'list-item') throw unknownType(path, 'list-item, list');

  const childrenPath = joinPath(path, 'children');
  const inline: InlineNode[] = [];
  const nested: ListNode[] = [];
  arrayAt(node.children, childrenPath).forEach((part, index) => {
    const partPath = joinPath(childrenPath, index);
    if (isRecord(part) && part.type === 'list') nested.push(cleanList(part, partPath, level + 1));
    else inline.push(...cleanInline(part, partPath));
  });
  return [{ type: 'list-item', children: neverEmpty(inline) }, ...nested];
}

function inlineChildren(node: Record<string, unknown>, path: string): InlineNode[] {
  const childrenPath = joinPath(path, 'children');
  const children = arrayAt(node.children, childrenPath);
  return neverEmpty(children.flatMap((child, index) => cleanInline(child, joinPath(childrenPath, index))));
}

/** Strapi's validator and editor want at least one text in a block. */
const neverEmpty = (children: InlineNode[]): InlineNode[] =>
  children.length === 0 ? [{ type: 'text', text: '' }] : children;

function cleanInline(value: unknown, path: string): InlineNode[] {
  const node = recordAt(value, path);
  if (node.type === 'text') return [cleanText(node, path)];
  if (node.type !== 'link') throw unknownType(path, 'text, link');

  const childrenPath = joinPath(path, 'children');
  const children = arrayAt(node.children, childrenPath).map((child, index) => {
    const childPath = joinPath(childrenPath, index);
    return cleanText(recordAt(child, childPath), childPath);
  });
  if (typeof node.url !== 'string') throw notText(joinPath(path, 'url'));
  const url = safeLinkAddress(node.url);
  if (url === null) return children;
  const link: LinkNode = { type: 'link', url, children };
  const rel = relationsOf(node.rel);
  if (rel !== '') link.rel = rel;
  if (node.target === '_blank') link.target = '_blank';
  return [link];
}

const relationsOf = (rel: unknown): string =>
  typeof rel === 'string'
    ? rel
        .split(' ')
        .filter((word) => LINK_RELATIONS.has(word))
        .join(' ')
    : '';

function cleanText(node: Record<string, unknown>, path: string): TextNode {
  if (node.type !== 'text') throw unknownType(path, 'text');
  if (typeof node.text !== 'string') throw notText(joinPath(path, 'text'));
  // PostgreSQL stores no U+0000, and control characters other than tab and line ends show nothing.
  const text: TextNode = { type: 'text', text: node.text.replace(/[^\P{Cc}\t\n\r]/gu, '') };
  for (const mark of MARKS) if (node[mark] === true) text[mark] = true;
  return text;
}

function arrayAt(value: unknown, path: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new SectionError(path, { vi: 'Giá trị phải là một danh sách (mảng).', en: 'The value must be an array.' });
}

function recordAt(value: unknown, path: string): Record<string, unknown> {
  if (isRecord(value)) return value;
  throw new SectionError(path, { vi: 'Giá trị phải là một đối tượng.', en: 'The value must be an object.' });
}

const notText = (path: string): SectionError =>
  new SectionError(path, { vi: 'Giá trị phải là một chuỗi văn bản.', en: 'The value must be a text.' });

const unknownType = (path: string, allowed: string): SectionError =>
  new SectionError(joinPath(path, 'type'), {
    vi: `Loại không hợp lệ. Các loại được dùng: ${allowed}.`,
    en: `The type is not valid. Allowed: ${allowed}.`,
  });
