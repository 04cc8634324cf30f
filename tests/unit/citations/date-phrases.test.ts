import { findCitations } from '../../../src/plugins/gazette/server/src/citations';

type Case = [text: string, date: string | null];

/** The stated date of the only citation of a text, also of the text as NFD. */
function expectDate(text: string, date: string | null): void {
  expect(findCitations(text).map((one) => one.date)).toEqual([date]);
  expect(findCitations(text.normalize('NFD')).map((one) => one.date)).toEqual([date]);
}

describe('a date of issue', () => {
  test.each<Case>([
    ['Huyện ủy Gò Công Tây ban hành Kế hoạch số 94-KH/HU ngày 31/8/2023', '2023-08-31'],
    ['Nghị quyết số 5-NQ/TU của Tỉnh ủy Tiền Giang ban hành ngày 01/02/2023', '2023-02-01'],
    ['Kế hoạch số 94-KH/HU, ngày 31-8-2023 của Huyện ủy', '2023-08-31'],
    ['Kế hoạch số 94-KH/HU ngày 31.08.2023 về học tập', '2023-08-31'],
    ['Kế hoạch số 94-KH/HU ngày 31 tháng 8 năm 2023 của Huyện ủy', '2023-08-31'],
    ['NGHỊ ĐỊNH SỐ 30/2020/NĐ-CP NGÀY 05 THÁNG 3 NĂM 2020 CỦA CHÍNH PHỦ', '2020-03-05'],
    ['Kế hoạch số 94-KH/HU (31/8/2023)', '2023-08-31'],
    ['Kế hoạch số 94-KH/HU (ban hành ngày 31/8/2023)', '2023-08-31'],
    ['Kế hoạch số 94-KH/HU (do Huyện ủy Cái Bè ban hành ngày 31/8/2023)', '2023-08-31'],
    ['Kế hoạch số 94-KH/HU được Huyện ủy ký ban hành ngày 31/8/2023', '2023-08-31'],
    ['Kế hoạch số 94-KH/HU do Huyện ủy Cái Bè ban hành vào ngày 31/8/2023', '2023-08-31'],
    ['Quyết định số 156/QĐ-UBND được ban hành ngày 20/1/2023', '2023-01-20'],
    ['Quyết định số 156/QĐ-UBND đã được ban hành ngày 20/1/2023', '2023-01-20'],
    ['Quyết định số 156/QĐ-UBND của UBND tỉnh, ngày 20/1/2023', '2023-01-20'],
    ['Nghị quyết 12/NQ-HĐND của HĐND huyện thông qua ngày 20/7/2023', '2023-07-20'],
    ['Nghị quyết số 34-NQ/TW\nngày\n09/01/2023 của\nBộ Chính trị', '2023-01-09'],
    ['Nghị quyết số 04-NQ/TW, ngày 30/10/2016 Hội nghị Trung ương 4 khóa XII', '2016-10-30'],
    ['Nghị quyết số 34-NQ/TW, ngày 09/01/2023, của Bộ Chính trị', '2023-01-09'],
    ['- Kế hoạch số 94-KH/HU, ngày 31/8/2023\n\nUBND xã tổ chức hội nghị', '2023-08-31'],
    ['Thông tư 01/2021/TT-BTTTT, ngày 3/2/2021 quy định mã định danh', '2021-02-03'],
  ])('%j', expectDate);
});

describe('a date of something else', () => {
  test.each<Case>([
    ['Ngày 31/8/2023, Huyện ủy Gò Công Tây ban hành Kế hoạch số 94-KH/HU', null],
    ['Thực hiện Kế hoạch số 94-KH/HU, ngày 05/9/2023, UBND xã tổ chức hội nghị', null],
    ['Thực hiện Kế hoạch số 94-KH/HU của Huyện ủy, ngày 05/9/2023 Đảng ủy xã tổ chức hội nghị', null],
    ['Thực hiện Kế hoạch số 94-KH/HU, ngày 05/9/2023, tại hội trường xã, các chi bộ học nghị quyết', null],
    ['Thực hiện Kế hoạch số 94-KH/HU, vào ngày 05/9/2023 xã ra quân', null],
    ['Thực hiện Kế hoạch số 94-KH/HU, sáng ngày 05/9/2023, xã ra quân', null],
    ['Quyết định số 156/QĐ-UBND có hiệu lực kể từ ngày ký', null],
    ['Quyết định số 156/QĐ-UBND có hiệu lực từ ngày 1/2/2023', null],
    ['Quyết định số 156/QĐ-UBND hết hiệu lực ngày 1/2/2023', null],
    ['Kế hoạch số 94-KH/HU. Ngày 05/9/2023, xã ra quân', null],
    ['Kế hoạch số 94-KH/HU trong tháng 9/2023', null],
    ['Kế hoạch số 94-KH/HU ngày   tháng   năm 2023', null],
    ['Kế hoạch số 94-KH/HU ngày 31/13/2023', null],
  ])('%j', expectDate);
});
