/** The verb and what leads from it to the document need no more than this, in characters. */
const WINDOW = 80;

/** Cheap look at the last letters, so that most places need no more. */
const ending = /(?:hành|ký|có|ra|qua|dựng|gửi|các|bản|như|gồm|khẩn|tốc|tại|theo|bằng|:)[ \n]{1,4}$/iu;

const adverbs = /(?:(?:đã|vừa|mới|cũng|tiếp tục|kịp thời|chính thức|lần lượt|đồng thời) ){0,3}/.source;
const verbs = /(?:ký )?(?:ban hành|thông qua|xây dựng|gửi|ký|có|ra) /.source;
const objects =
  /(?:(?:các|nhiều|một số) )?(?:văn bản (?:(?:như|gồm) )?|văn bản: )?(?:các )?(?:công (?:điện|văn) (?:khẩn|h[ỏo][ảa] tốc) )?/
    .source;
/** "được UBND tỉnh phê duyệt tại Quyết định số ...": what a body does by its document. */
const decisions =
  /(?:phê duyệt|công nhận|ban hành|thành lập|công bố|quy định|chỉ đạo|yêu cầu|giao|nêu|kết luận|hướng dẫn) (?:tại|bằng) |(?:phê duyệt|công nhận|ban hành|thành lập|công bố) (?:kèm )?theo /
    .source;

/** Spaces of the patterns above stand for a few spaces or line breaks. */
const issuing = new RegExp(`(?:${adverbs}(?:${verbs}${objects}|${decisions}))$`.replaceAll(' ', '[ \\n]{1,4}'), 'iu');

/**
 * The words before the verb of issuing that ends `text`: "Huyện ủy" of "Huyện ủy đã ban hành các ". Null where it ends
 * otherwise.
 */
export function beforeIssuingVerb(text: string): string | null {
  if (!ending.test(text.slice(-8))) return null;
  const verb = issuing.exec(text.slice(-WINDOW));
  return verb === null ? null : text.slice(0, text.length - verb[0].length);
}
