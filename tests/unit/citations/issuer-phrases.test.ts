import { findCitations } from '../../../src/plugins/gazette/server/src/citations';

type Case = [text: string, symbol: string, issuerName: string | null];

/** The symbol and the issuer of the only citation of a text, also of the text as NFD. */
function expectIssuer(text: string, symbol: string, issuerName: string | null): void {
  expect(findCitations(text).map((one) => [one.symbol, one.issuerName])).toEqual([[symbol, issuerName]]);
  const decomposed = findCitations(text.normalize('NFD'));
  expect(decomposed.map((one) => one.issuerName?.normalize('NFC') ?? null)).toEqual([issuerName]);
}

describe('the issuer that stands before its document', () => {
  test.each<Case>([
    ['Huyện ủy Gò Công Tây ban hành Kế hoạch số 94-KH/HU ngày 31/8/2023', '94-KH/HU', 'Huyện ủy Gò Công Tây'],
    ['UBND tỉnh Tiền Giang ban hành Quyết định số 156/QĐ-UBND', '156/QĐ-UBND', 'UBND tỉnh Tiền Giang'],
    ['HĐND huyện Gò Công Tây ban hành Nghị quyết số 12/NQ-HĐND', '12/NQ-HĐND', 'HĐND huyện Gò Công Tây'],
    ['Đảng ủy xã Vĩnh Bình ban hành Nghị quyết số 15-NQ/ĐU', '15-NQ/ĐU', 'Đảng ủy xã Vĩnh Bình'],
    ['Thành ủy Mỹ Tho ban hành Chỉ thị số 3-CT/TU', '3-CT/TU', 'Thành ủy Mỹ Tho'],
    ['UBND TỈNH TIỀN GIANG BAN HÀNH QUYẾT ĐỊNH SỐ 156/QĐ-UBND', '156/QĐ-UBND', 'UBND TỈNH TIỀN GIANG'],
    ['THỊ ỦY CAI LẬY ĐÃ BAN HÀNH CHỈ THỊ SỐ 7-CT/ThU', '7-CT/ThU', 'THỊ ỦY CAI LẬY'],
    ['Ban Chấp hành Đảng bộ huyện ban hành Nghị quyết số 8-NQ/HU', '8-NQ/HU', 'Ban Chấp hành Đảng bộ huyện'],
    ['Ban Tuyên giáo Huyện ủy ban hành Hướng dẫn số 15-HD/BTGHU', '15-HD/BTGHU', 'Ban Tuyên giáo Huyện ủy'],
    [
      'Ban Thường vụ Huyện ủy Gò Công Tây ban hành Quy định số 12-QĐ/HU',
      '12-QĐ/HU',
      'Ban Thường vụ Huyện ủy Gò Công Tây',
    ],
    ['Ban Chỉ đạo chuyển đổi số, Chi bộ ấp Thạnh Lợi ban hành Nghị quyết số 2-NQ/CB', '2-NQ/CB', 'Chi bộ ấp Thạnh Lợi'],
    ['Để kịp thời vụ, UBND huyện Năm Căn ban hành Công điện số 3/CĐ-UBND', '3/CĐ-UBND', 'UBND huyện Năm Căn'],
    ['Phòng Nội vụ đã tham mưu UBND huyện ban hành Kế hoạch số 15/KH-UBND', '15/KH-UBND', 'UBND huyện'],
    ['Phòng Nội vụ tham mưu ban hành Kế hoạch số 15/KH-UBND', '15/KH-UBND', null],
    ['Trước đó, Thủ tướng Chính phủ ra Chỉ thị 16/CT-TTg', '16/CT-TTg', 'Thủ tướng Chính phủ'],
    ['Chủ tịch UBND tỉnh có Công điện khẩn số 05/CĐ-UBND', '05/CĐ-UBND', 'Chủ tịch UBND tỉnh'],
    ['Theo đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 45/TTr-PNV', '45/TTr-PNV', 'Trưởng phòng Nội vụ'],
    ['Mới đây Sở Y tế có Công văn số 1203/SYT-NVY', '1203/SYT-NVY', 'Sở Y tế'],
    ['Đảng ủy xã kịp thời ban hành Nghị quyết số 15-NQ/ĐU', '15-NQ/ĐU', 'Đảng ủy xã'],
    ['UBND tỉnh vừa chính thức ban hành Quyết định số 156/QĐ-UBND', '156/QĐ-UBND', 'UBND tỉnh'],
    ['HĐND xã Long Bình đã thông qua Nghị quyết số 12/NQ-HĐND', '12/NQ-HĐND', 'HĐND xã Long Bình'],
    ['Huyện ủy xây dựng Chương trình hành động số 05-CTr/HU', '05-CTr/HU', 'Huyện ủy'],
    ['UBND huyện Chợ Gạo (Tiền Giang) vừa ban hành Kế hoạch số 40/KH-UBND', '40/KH-UBND', 'UBND huyện Chợ Gạo'],
    [
      'Ban Chấp hành Đảng bộ huyện khóa XII đã ban hành Nghị quyết số 8-NQ/HU',
      '8-NQ/HU',
      'Ban Chấp hành Đảng bộ huyện',
    ],
    ['Huyện ủy\nGò Công Tây\nban hành\nKế hoạch số 94-KH/HU', '94-KH/HU', 'Huyện ủy Gò Công Tây'],
    ['Về nông thôn mới\nHuyện ủy Cái Bè ban hành Kế hoạch số 94-KH/HU', '94-KH/HU', 'Huyện ủy Cái Bè'],
    ['đề án được UBND tỉnh phê duyệt tại Quyết định số 156/QĐ-UBND', '156/QĐ-UBND', 'UBND tỉnh'],
    ['quy chế được HĐND xã ban hành kèm theo Nghị quyết số 12/NQ-HĐND', '12/NQ-HĐND', 'HĐND xã'],
    ['xã tổ chức thực hiện theo Quyết định số 156/QĐ-UBND', '156/QĐ-UBND', null],
    ['Thực hiện chỉ đạo của Tỉnh ủy, Huyện ủy Cái Bè ban hành Kế hoạch 94-KH/HU', '94-KH/HU', 'Huyện ủy Cái Bè'],
    ['HĐND, UBND huyện ban hành Nghị quyết số 12/NQ-HĐND', '12/NQ-HĐND', null],
    ['Huyện ủy và UBND huyện ban hành Kế hoạch số 94-KH/HU', '94-KH/HU', null],
    ['Ban chỉ đạo 35 huyện ban hành Kế hoạch số 2-KH/BCĐ', '2-KH/BCĐ', 'Ban chỉ đạo 35 huyện'],
    ['theo ý kiến của UBND tỉnh tại Công văn số 1234/UBND-NC', '1234/UBND-NC', 'UBND tỉnh'],
    ['Quy chế ban hành kèm theo Quyết định số 7/QĐ-UBND của UBND xã', '7/QĐ-UBND', 'UBND xã'],
  ])('%j', expectIssuer);
});

describe('the office and not the person, where somebody signed', () => {
  test.each<Case>([
    ['Bí thư Huyện ủy ký ban hành Kế hoạch số 94-KH/HU', '94-KH/HU', 'Huyện ủy'],
    ['Chủ tịch UBND tỉnh Nguyễn Văn Vĩnh vừa ký Quyết định số 156/QĐ-UBND', '156/QĐ-UBND', 'Chủ tịch UBND tỉnh'],
    ['Phó Chủ tịch UBND huyện Đinh Tấn Hoàng ký Kế hoạch số 40/KH-UBND', '40/KH-UBND', 'UBND huyện'],
    ['Phó Thủ tướng Chính phủ Trần Hồng Hà vừa ký Quyết định số 687/QĐ-TTg', '687/QĐ-TTg', null],
    ['Ông Lê Văn Nam, Phó Bí thư Thường trực Huyện ủy ký Kế hoạch số 94-KH/HU', '94-KH/HU', 'Huyện ủy'],
    ['Chủ tịch UBND TP Hồ Chí Minh Phan Văn Mãi ký Quyết định 9/QĐ-UBND', '9/QĐ-UBND', 'Chủ tịch UBND TP Hồ Chí Minh'],
    ['Bộ trưởng Bộ Nội vụ Phạm Thị Thanh Trà ký Thông tư 13/2022/TT-BNV', '13/2022/TT-BNV', 'Bộ trưởng Bộ Nội vụ'],
    ['Thủ tướng Phạm Minh Chính đã ký Công điện số 76/CĐ-TTg', '76/CĐ-TTg', 'Thủ tướng'],
    ['UBND huyện Trần Văn Thời ban hành Kế hoạch số 40/KH-UBND', '40/KH-UBND', 'UBND huyện Trần Văn Thời'],
  ])('%j', expectIssuer);
});

describe('the issuer that follows its document', () => {
  test.each<Case>([
    ['Kế hoạch 94-KH/HU do Huyện ủy Cái Bè ban hành', '94-KH/HU', 'Huyện ủy Cái Bè'],
    ['Nghị quyết số 5-NQ/TU của Tỉnh ủy Tiền Giang ban hành ngày 01/02/2023', '5-NQ/TU', 'Tỉnh ủy Tiền Giang'],
    ['Quyết định 156/QĐ-UBND do Chủ tịch UBND huyện ký ngày 3/2/2023', '156/QĐ-UBND', 'Chủ tịch UBND huyện'],
    ['Kế hoạch số 94-KH/HU vừa được Huyện ủy Cái Bè ban hành', '94-KH/HU', 'Huyện ủy Cái Bè'],
    ['Nghị quyết số 12/NQ-HĐND được HĐND huyện thông qua ngày 20/7/2023', '12/NQ-HĐND', 'HĐND huyện'],
    ['Quyết định số 156/QĐ-UBND năm 2023 của UBND tỉnh', '156/QĐ-UBND', 'UBND tỉnh'],
    ['Nghị quyết 29-NQ/TW của Ban Chấp hành Trung ương Đảng khóa XI', '29-NQ/TW', 'Ban Chấp hành Trung ương Đảng'],
    [
      'Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII',
      '18-NQ/TW',
      'Ban Chấp hành Trung ương',
    ],
    [
      'Nghị quyết 29-NQ/TW ngày 04/11/2013 Hội nghị lần thứ tám Ban Chấp hành Trung ương (khóa XI)',
      '29-NQ/TW',
      'Ban Chấp hành Trung ương',
    ],
    [
      'Nghị quyết 12/NQ-HĐND được HĐND huyện khóa XI, kỳ họp thứ 9 thông qua ngày 20/7/2023',
      '12/NQ-HĐND',
      'HĐND huyện',
    ],
    [
      'Hướng dẫn 3/HD-SLĐTBXH của Sở Lao động - Thương binh và Xã hội về trợ cấp',
      '3/HD-SLĐTBXH',
      'Sở Lao động - Thương binh và Xã hội',
    ],
    ['Quyết định 9/QĐ-UBND của UBND huyện Cái Bè chính thức có hiệu lực', '9/QĐ-UBND', 'UBND huyện Cái Bè'],
    ['Nghị quyết số 2-NQ/CB của Chi bộ ấp 4 về thu gom rác', '2-NQ/CB', 'Chi bộ ấp 4'],
    ['Kế hoạch của UBND phường 12/KH-UBND', '12/KH-UBND', 'UBND phường'],
    ['Kế hoạch 94-KH/HU của Huyện ủy Cái Bè tạo chuyển biến', '94-KH/HU', 'Huyện ủy Cái Bè'],
    ['Quy định 22-QĐ/TW của BCH Trung ương về kỷ luật đảng', '22-QĐ/TW', 'BCH Trung ương'],
    ['Kế hoạch 12/KH-UBND của UBND TP. Mỹ Tho về lễ hội', '12/KH-UBND', 'UBND TP. Mỹ Tho'],
    ['Công văn 88/SGDĐT-VP của Sở GD&ĐT tỉnh Tiền Giang', '88/SGDĐT-VP', 'Sở GD&ĐT tỉnh Tiền Giang'],
    ['Hướng dẫn 12/HD-SLĐTBXH của Sở LĐ-TB&XH về việc làm', '12/HD-SLĐTBXH', 'Sở LĐ-TB&XH'],
    [
      'Tờ trình số 5/TTr-TCKH của Phòng Tài chính - Kế hoạch huyện về dự toán',
      '5/TTr-TCKH',
      'Phòng Tài chính - Kế hoạch huyện',
    ],
    ['Hướng dẫn số 9/HD-VHTT của Phòng Văn hóa và Thông tin', '9/HD-VHTT', 'Phòng Văn hóa và Thông tin'],
    ['Thông báo số 3/TB-VP của Văn phòng HĐND và UBND huyện', '3/TB-VP', 'Văn phòng HĐND và UBND huyện'],
    ['Kế hoạch số 6/KH-HLHPN của Hội Liên hiệp Phụ nữ huyện', '6/KH-HLHPN', 'Hội Liên hiệp Phụ nữ huyện'],
    ['Kế hoạch số 6/KH-CCB của Hội Cựu chiến binh xã Vĩnh Bình', '6/KH-CCB', 'Hội Cựu chiến binh xã Vĩnh Bình'],
    ['Kế hoạch số 6/KH-BCH của Ban Chỉ huy Quân sự huyện', '6/KH-BCH', 'Ban Chỉ huy Quân sự huyện'],
    ['Thông báo số 6/TB-BHXH của Bảo hiểm xã hội huyện Cái Bè', '6/TB-BHXH', 'Bảo hiểm xã hội huyện Cái Bè'],
    ['Quyết định số 6/QĐ-SNV của Giám đốc Sở Nội vụ', '6/QĐ-SNV', 'Giám đốc Sở Nội vụ'],
    ['Quyết định 5/QĐ-UBND của UBND xã và Thông tư của Bộ', '5/QĐ-UBND', 'UBND xã'],
    ['Kế hoạch số 94-KH/HU của toàn huyện', '94-KH/HU', null],
  ])('%j', expectIssuer);
});
