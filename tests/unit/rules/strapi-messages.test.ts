import { inVietnamese } from '../../../src/plugins/gazette/server/src/rules/strapi-messages';

describe("a message of Strapi's validation in Vietnamese", () => {
  test.each([
    ['title must be at most 300 characters', 'Dài quá 300 ký tự.'],
    ['signers[0].name must be defined.', 'Trường này là bắt buộc.'],
    ['name cannot be null.', 'Trường này là bắt buộc.'],
    ['body[0].html must be a `string` type, but the final value was: `null`.', 'Trường này là bắt buộc.'],
    [
      'title must be a `string` type, but the final value was: `5` (cast from the value `5`).',
      'Phải là một chuỗi văn bản.',
    ],
    ['signers must be a `array` type, but the final value was: `5`.', 'Phải là một danh sách.'],
    [
      'level must be one of the following values: central, ministry, ',
      'Phải là một trong các giá trị: central, ministry.',
    ],
    ['votesFor must be greater than or equal to 0', 'Không được nhỏ hơn 0.'],
    ['position must be an integer', 'Phải là một số nguyên.'],
    ['Document with id "abc", locale "vi" not found', 'Không tìm thấy mục "abc" bằng ngôn ngữ "vi".'],
    ['Something that nobody has read yet', 'Dữ liệu không hợp lệ: Something that nobody has read yet'],
  ])('%s', (english, vietnamese) => {
    expect(inVietnamese(english)).toBe(vietnamese);
  });
});
