import { legalRelation } from '../../../src/plugins/gazette/server/src/components/legal-relation';
import { RELATION_TYPES } from '../../../src/plugins/gazette/server/src/legal-status';
import { proposeRelations } from '../../../src/plugins/gazette/server/src/relations-from-text';

/** Proposals as short lines: "repeals 12/QĐ-UBND | Điều 3". */
function read(text: string, acting: string | null = null): string[] {
  return proposeRelations(text, acting).map(
    ({ type, symbol, scope }) => `${type} ${symbol}${scope === null ? '' : ` | ${scope}`}`,
  );
}

describe('the relation that a sentence states', () => {
  test.each([
    ['Căn cứ Kế hoạch số 5-KH/HU;', 'based-on 5-KH/HU'],
    ['Triển khai Kế hoạch số 5-KH/HU, Đảng ủy xã họp.', 'implements 5-KH/HU'],
    ['Hướng dẫn thực hiện Quy định số 5-QĐ/HU', 'guides 5-QĐ/HU'],
    ['Nghị quyết này giải thích Điều 2 Nghị quyết số 5/NQ-HĐND.', 'explains 5/NQ-HĐND | Điều 2'],
    ['Sửa đổi, bổ sung Kế hoạch số 5-KH/HU.', 'amends 5-KH/HU'],
    ['Bổ sung Kế hoạch số 5-KH/HU.', 'supplements 5-KH/HU'],
    ['Kế hoạch này thay thế Kế hoạch số 5-KH/HU.', 'replaces 5-KH/HU'],
    ['Bãi bỏ Kế hoạch số 5-KH/HU.', 'repeals 5-KH/HU'],
    ['Kế hoạch số 5-KH/HU hết hiệu lực từ ngày 01/7/2025.', 'repeals 5-KH/HU'],
    ['Huỷ bỏ Kế hoạch số 5-KH/HU.', 'annuls 5-KH/HU'],
    ['Hủy bỏ Kế hoạch số 5-KH/HU.', 'annuls 5-KH/HU'],
    ['Đình chỉ việc thi hành Kế hoạch số 5-KH/HU.', 'suspends 5-KH/HU'],
    ['Kế hoạch số 5-KH/HU được tiếp tục thi hành.', 'resumes 5-KH/HU'],
    ['Kéo dài thời gian thực hiện Kế hoạch số 5-KH/HU.', 'extends 5-KH/HU'],
    ['Đính chính Kế hoạch số 5-KH/HU.', 'corrects 5-KH/HU'],
    ['Văn bản này hợp nhất Thông tư số 5/2020/TT-BNV.', 'consolidates 5/2020/TT-BNV'],
    ['Hội nghị nghe lại Kế hoạch số 5-KH/HU.', 'refers-to 5-KH/HU'],
  ])('%s', (text, relation) => {
    expect(read(text)).toEqual([relation]);
  });

  test('has a type that the register knows', () => {
    expect(legalRelation.attributes.type).toMatchObject({ enum: [...RELATION_TYPES] });
  });
});

describe('what is only a reference', () => {
  test.each([
    ['negated', 'Quy chế này không thay thế Quy chế số 5-QC/HU.'],
    ['proposed', 'Ban Dân vận kiến nghị bãi bỏ Quy chế số 5-QC/HU.'],
    ['proposed in a list', 'Phòng đề nghị:\n- Bãi bỏ Quy chế số 5-QC/HU.'],
    ['conditional', 'Nếu Quy chế số 5-QC/HU bị bãi bỏ thì báo cáo ngay.'],
    ['asked', 'Bao giờ Quy chế số 5-QC/HU hết hiệu lực?'],
    ['in amendment text', 'Điều 4 viết là: “Điều 4. Bãi bỏ Quy chế số 5-QC/HU.”'],
    ['ordered to others', 'Yêu cầu Ủy ban nhân dân xã hủy bỏ Quy chế số 5-QC/HU.'],
    ['past', 'Quy chế số 5-QC/HU đã hết hiệu lực.'],
    ['the one that replaces', 'Quyết định này bị thay thế bởi Quy chế số 5-QC/HU.'],
    ['a measure for something', 'Sửa đổi mức chi theo Quy chế số 5-QC/HU.'],
  ])('%s', (_case, text) => {
    expect(read(text)).toEqual(['refers-to 5-QC/HU']);
  });

  test('the document that another replaces, and the other', () => {
    expect(read('Nghị định số 7/2021/NĐ-CP thay thế Nghị định số 6/2015/NĐ-CP.')).toEqual([
      'refers-to 7/2021/NĐ-CP',
      'refers-to 6/2015/NĐ-CP',
    ]);
  });

  test('what the title of a cited document names', () => {
    expect(read('Căn cứ Quyết định số 7-QĐ/HU về việc bãi bỏ Quyết định số 6-QĐ/HU;')).toEqual([
      'based-on 7-QĐ/HU',
      'refers-to 6-QĐ/HU',
    ]);
  });
});

describe('the acting document', () => {
  const text = 'Nghị định số 7/2021/NĐ-CP thay thế Nghị định số 6/2015/NĐ-CP.';

  test('is left out, and what is said of it is what the text says', () => {
    expect(read(text, '07/2021/NĐ-CP')).toEqual(['replaces 6/2015/NĐ-CP']);
  });

  test('may have a symbol of no known form', () => {
    expect(read(text, 'không số')).toEqual(['refers-to 7/2021/NĐ-CP', 'refers-to 6/2015/NĐ-CP']);
  });

  test('names what its own title repeals', () => {
    expect(read('QUYẾT ĐỊNH\nVề việc bãi bỏ Chỉ thị số 3/CT-UBND')).toEqual(['repeals 3/CT-UBND']);
  });
});

describe('the part of a document', () => {
  test.each([
    ['Bãi bỏ khoản 2\n  Điều 8 Quyết định số 5/QĐ-UBND.', 'repeals 5/QĐ-UBND | khoản 2 Điều 8'],
    ['Bãi bỏ Điều 3, Điều 4 Quyết định số 5/QĐ-UBND.', 'repeals 5/QĐ-UBND | Điều 3, Điều 4'],
    ['Sửa đổi điểm a khoản 1 Điều 5 Quyết định số 5/QĐ-UBND.', 'amends 5/QĐ-UBND | điểm a khoản 1 Điều 5'],
    ['Thay thế Phụ lục II kèm theo Quyết định số 5/QĐ-UBND.', 'replaces 5/QĐ-UBND | Phụ lục II'],
    ['Mục 3 Chương II Quyết định số 5/QĐ-UBND hết hiệu lực.', 'repeals 5/QĐ-UBND | Mục 3 Chương II'],
    ['Thay thế cụm từ “a” bằng cụm từ “b” tại Điều 1 Quyết định số 5/QĐ-UBND.', 'amends 5/QĐ-UBND | Điều 1'],
    ['Thay thế cụm từ “a” bằng cụm từ “b” trong Quyết định số 5/QĐ-UBND.', 'amends 5/QĐ-UBND | cụm từ “a”'],
    ['Bãi bỏ một số điều của Quyết định số 5/QĐ-UBND.', 'repeals 5/QĐ-UBND | một số điều'],
    ['Quyết định số 5/QĐ-UBND hết hiệu lực một phần.', 'repeals 5/QĐ-UBND | một phần'],
    ['Bãi bỏ một phần Quyết định số 5/QĐ-UBND: khoản 2 Điều 1.', 'repeals 5/QĐ-UBND | khoản 2 Điều 1'],
    ['Sửa đổi một số điều của Quyết định số 5/QĐ-UBND.', 'amends 5/QĐ-UBND'],
  ])('%s', (text, relation) => {
    expect(read(text)).toEqual([relation]);
  });

  test('is joined with the others of the same document', () => {
    const text = 'Bãi bỏ Điều 3 Quyết định số 5/QĐ-UBND.\nBãi bỏ Điều 9 Quyết định số 5/QĐ-UBND.';
    expect(read(text)).toEqual(['repeals 5/QĐ-UBND | Điều 3; Điều 9']);
  });

  test('gives way to the whole where both are repealed', () => {
    const text = 'Bãi bỏ Điều 3 Quyết định số 5/QĐ-UBND.\nBãi bỏ Quyết định số 5/QĐ-UBND.';
    expect(read(text)).toEqual(['repeals 5/QĐ-UBND']);
  });

  test('is cut where the register could not hold it', () => {
    const parts = Array.from({ length: 60 }, (_, index) => `Điều ${index + 10}`).join(', ');
    const [{ scope }] = proposeRelations(`Bãi bỏ ${parts} Quyết định số 5/QĐ-UBND.`);
    expect([scope?.length, scope?.startsWith('Điều 10, Điều 11'), scope?.endsWith('…')]).toEqual([255, true, true]);
  });
});

describe('a list', () => {
  const all = ['repeals 1/QĐ-UBND', 'repeals 2/QĐ-UBND', 'repeals 3/QĐ-UBND'];

  test.each([
    ['on one line', 'Bãi bỏ các Quyết định: 1/QĐ-UBND, 2/QĐ-UBND và 3/QĐ-UBND.'],
    [
      'with a title for each',
      'Bãi bỏ Quyết định số 1/QĐ-UBND về phí, Quyết định số 2/QĐ-UBND về chợ và Quyết định số 3/QĐ-UBND.',
    ],
    ['with bullets', 'Bãi bỏ:\n- Quyết định số 1/QĐ-UBND;\n- Quyết định số 2/QĐ-UBND;\n- Quyết định số 3/QĐ-UBND.'],
    [
      'with numbers, after a state',
      '2. Các quyết định sau hết hiệu lực:\na) Quyết định số 1/QĐ-UBND;\nb) Quyết định số 2/QĐ-UBND;\nc) Quyết định số 3/QĐ-UBND.',
    ],
  ])('%s shares its verb', (_case, text) => {
    expect(read(text)).toEqual(all);
  });

  test('ends where the next article begins', () => {
    const text = 'Điều 1. Bãi bỏ:\n1. Quyết định số 1/QĐ-UBND.\nĐiều 2. Quyết định số 2/QĐ-UBND được gửi kèm.';
    expect(read(text)).toEqual(['repeals 1/QĐ-UBND', 'refers-to 2/QĐ-UBND']);
  });
});

describe('several things said of one document', () => {
  test('the strongest stands', () => {
    const text =
      'Căn cứ Quyết định số 1/QĐ-UBND;\nTriển khai Quyết định số 1/QĐ-UBND.\nThay thế Quyết định số 1/QĐ-UBND.\nQuyết định số 1/QĐ-UBND hết hiệu lực.';
    expect(read(text)).toEqual(['replaces 1/QĐ-UBND']);
  });

  test('one relation for each document, in order of appearance', () => {
    const text = 'Theo Công văn số 9/SNV-TCBC; bãi bỏ Công văn số 8/SNV-TCBC và Công văn số 9/SNV-TCBC.';
    expect(read(text)).toEqual(['repeals 9/SNV-TCBC', 'repeals 8/SNV-TCBC']);
  });
});

test.each([
  ['decomposed letters', 'Bãi bỏ Quyết định số 5/QĐ-UBND.'.normalize('NFD')],
  ['capitals', 'BÃI BỎ QUYẾT ĐỊNH SỐ 5/QĐ-UBND'],
  ['bold marks and hard spaces', '**Bãi bỏ** Quyết\u00a0định số\u00a0**5/QĐ-UBND**'],
  ['a line break inside', 'Nay bãi\nbỏ Quyết định\nsố 5/QĐ-UBND'],
])('reads %s', (_case, text) => {
  expect(read(text)).toEqual(['repeals 5/QĐ-UBND']);
});

test.each(['', ' \n\n', 'Không có số, ký hiệu nào.', '“', '“ " « (', '\ud800', '1. 2. 3.'])(
  'reads nothing from %j',
  (text) => {
    expect(read(text)).toEqual([]);
  },
);
