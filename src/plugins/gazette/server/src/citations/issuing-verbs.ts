import { foldWord } from '../symbols/characters';

/** The verb and what leads from it to the document need no more than this, in characters. */
const WINDOW = 80;

/** Cheap look at the last letters, so that most places need no more. */
const ending =
  /(?:hành|hanh|ký|ky|có|co|ra|qua|dựng|dung|gửi|gui|trình|trinh|quyết|các|cac|bản|ban|như|gồm|khẩn|tốc|tại|tai|theo|bằng|bang|:)[ \n]{1,4}$/iu;

const adverbs = /(?:(?:đã|vừa|mới|cũng|tiếp tục|kịp thời|chính thức|lần lượt|đồng thời) ){0,3}/.source;
const verbs = /(?:ký )?(?:ban hành|phát hành|(?:biểu quyết )?thông qua|biểu quyết|xây dựng|gửi|trình|ký|có|ra) /.source;
const objects =
  /(?:(?:các|nhiều|một số) )?(?:văn bản (?:(?:như|gồm) )?|văn bản: )?(?:các )?(?:công (?:điện|văn) (?:khẩn|h[ỏo][ảa] tốc) )?/
    .source;
/** "được UBND tỉnh phê duyệt tại Quyết định số ...": what a body does by its document. */
const decisions =
  /(?:phê duyệt|công nhận|ban hành|thành lập|công bố|quy định|chỉ đạo|yêu cầu|giao|nêu|kết luận|hướng dẫn|trả lời|phúc đáp|phản hồi|thông báo|đề nghị|chấp thuận|quyết định|trình) (?:tại|bằng) |(?:phê duyệt|công nhận|ban hành|thành lập|công bố) (?:kèm )?theo /
    .source;

/** Spaces of the patterns above stand for a few spaces or line breaks. */
const source = `(?:${adverbs}(?:${verbs}${objects}|${decisions}))$`;
const withSpaces = (pattern: string) => new RegExp(pattern.replaceAll(' ', '[ \\n]{1,4}'), 'iu');
const issuing = withSpaces(source);
/** For texts typed without diacritics. */
const issuingInAscii = withSpaces(foldWord(source));
const beyondAscii = /[^\n -~]/;

/**
 * The words before the verb of issuing that ends `text`: "Huyện ủy" of "Huyện ủy đã ban hành các ". Null where it ends
 * otherwise.
 */
export function beforeIssuingVerb(text: string): string | null {
  if (!ending.test(text.slice(-8))) return null;
  const window = text.slice(-WINDOW);
  const verb = (beyondAscii.test(window) ? issuing : issuingInAscii).exec(window);
  return verb === null ? null : text.slice(0, text.length - verb[0].length);
}
