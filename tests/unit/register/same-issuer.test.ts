import { sameIssuer } from '../../../src/plugins/gazette/server/src/register/same-issuer';

describe('the issuer that a text states', () => {
  it.each([
    ['UBND xã Tân Phú', 'Ủy ban nhân dân xã Tân Phú', 'same'],
    ['UBND xã Tân Phú, huyện Cai Lậy', 'Uỷ ban nhân dân xã Tân Phú', 'same'],
    ['UBND xã Tân Phú, tỉnh Tiền Giang', 'UBND xã Tân Phú, huyện Cai Lậy, tỉnh Tiền Giang', 'same'],
    ['UBND xã Tân Phú, huyện Cai Lậy', 'UBND xã Tân Phú, tỉnh Tiền Giang', 'same'],
    ['UBND xã Tân Phú, huyện Cai Lậy', 'UBND xã Tân Phú, huyện Châu Thành', 'other'],
    ['UBND xã Tân Phú Đông', 'UBND xã Tân Phú', 'other'],
    ['UBND xã Tân Phú', 'UBND xã Tân Phú Đông', 'unknown'],
    ['Huyện ủy Gò Công', 'Huyện ủy Gò Công Tây', 'unknown'],
    ['Huyện ủy Gò Công Đông', 'Huyện ủy Gò Công Tây', 'other'],
    ['Ban Thường vụ Huyện ủy', 'Huyện ủy Gò Công Tây', 'unknown'],
    ['Huyện ủy', 'Huyện ủy Gò Công Tây', 'same'],
    ['UBND xã', 'UBND xã Tân Phú', 'same'],
    ['UBND thành phố Hà Tĩnh', 'UBND thành phố Hà Tĩnh, tỉnh Hà Tĩnh', 'same'],
    ['UBND tỉnh Hà Tĩnh', 'UBND thành phố Hà Tĩnh', 'other'],
    ['Sở Nông nghiệp và Môi trường', 'Sở Nông nghiệp', 'unknown'],
    ['Bộ Công Thương', 'Bộ Công an', 'other'],
    ['Quốc hội khóa XIV', 'Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam', 'same'],
    ['Bộ Chính trị khóa XIII', 'Bộ Chính trị', 'same'],
    ['Ban Bí thư', 'Bộ Chính trị', 'other'],
  ])('"%s" beside "%s" of the register: %s', (stated, known, expected) => {
    expect(sameIssuer(stated, [known])).toBe(expected);
  });
});
