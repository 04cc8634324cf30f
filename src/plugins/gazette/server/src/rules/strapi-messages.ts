/** A message of Strapi's validation (yup 0.32 and Strapi's additions, 5.54) and how it reads in Vietnamese. */
type Translation = readonly [pattern: RegExp, vietnamese: (...parts: string[]) => string];

/** Types that yup names, for an editor. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'một chuỗi văn bản',
  number: 'một số',
  boolean: 'true hoặc false',
  array: 'một danh sách',
  object: 'một đối tượng',
  date: 'một ngày giờ',
};

const TRANSLATIONS: readonly Translation[] = [
  [
    / (?:must be defined|cannot be null|is a required field|cannot be empty|must not be null)\.?$/,
    () => 'Trường này là bắt buộc.',
  ],
  // What is missing when a draft is published comes as null.
  [/ must be a `\w+` type, but the final value was: `null`/, () => 'Trường này là bắt buộc.'],
  [/ must be at most (\d+) characters$/, (max) => `Dài quá ${max} ký tự.`],
  [/ must be at least (\d+) characters$/, (min) => `Cần ít nhất ${min} ký tự.`],
  [
    / must be one of the following values: (.*)$/s,
    (values) => `Phải là một trong các giá trị: ${values.replace(/, (?:null)?$/, '')}.`,
  ],
  [/ must be a `(\w+)` type/, (type) => `Phải là ${TYPES[type] ?? `kiểu "${type}"`}.`],
  [/ must be an integer$| must be a valid integer$/, () => 'Phải là một số nguyên.'],
  [/ must be a finite number$/, () => 'Phải là một số.'],
  [/ must be greater than or equal to (-?[\d.]+)$/, (min) => `Không được nhỏ hơn ${min}.`],
  [/ must be less than or equal to (-?[\d.]+)$/, (max) => `Không được lớn hơn ${max}.`],
  [/ field must have at least (\d+) items$/, (min) => `Cần ít nhất ${min} mục.`],
  [/ field must have less than or equal to (\d+) items$/, (max) => `Không được quá ${max} mục.`],
  [/ must be a valid email$/, () => 'Phải là một địa chỉ thư điện tử.'],
  [/ must match the following: /, () => 'Có ký tự không dùng được ở đây.'],
  [/ field has unspecified keys: (.*)$/, (keys) => `Không có thuộc tính: ${keys}.`],
  [/^This attribute must be unique$/, () => 'Giá trị này đã có mục khác dùng.'],
  [
    /^Please specify a valid link\.$/,
    () => 'Liên kết không hợp lệ; cần bắt đầu bằng http://, https://, mailto:, tel: hoặc /.',
  ],
  [
    /^(?:Block node is of|Inline node must|Text must be defined|\w+ node children must) /,
    () => 'Đoạn văn không đúng khuôn của trình soạn thảo.',
  ],
  [/relation\(s\) of type .* do not exist$/, () => 'Có mục hoặc tệp được liên kết không còn nữa; hãy chọn lại.'],
  [
    /^Document with id "(.*)", locale "(.*)" not found$/,
    (id, locale) => `Không tìm thấy mục "${id}"${locale === 'null' ? '' : ` bằng ngôn ngữ "${locale}"`}.`,
  ],
  [/^Invalid key (\S+)/, (key) => `Không nhận thuộc tính "${key}" ở đây.`],
  [/^Missing "data" payload in the request body$/, () => 'Yêu cầu cần có "data".'],
];

/** A message of Strapi in Vietnamese; one that is not known stays as it is, behind a few words of ours. */
export const inVietnamese = (message: string): string => {
  for (const [pattern, vietnamese] of TRANSLATIONS) {
    const found = pattern.exec(message);
    if (found) return vietnamese(...found.slice(1));
  }
  return `Dữ liệu không hợp lệ: ${message}`;
};
