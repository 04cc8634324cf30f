import { parseSymbol, symbolKey } from '../../../src/plugins/gazette/server/src/symbols';

/** The symbol read from `text`; fails the test with the reason when none is read. */
function read(text: string) {
  const result = parseSymbol(text);
  if (!result.ok) throw new Error(`${text}: ${result.code}`);
  return result.symbol;
}

describe('a clean symbol is read into its parts', () => {
  test.each([
    ['57-KL/TW', 'party', 'party', '57', null, 'KL', 'TW'],
    ['03-QC/TU', 'party', 'party', '03', null, 'QC', 'TU'],
    ['15-NQ/ĐU', 'party', 'party', '15', null, 'NQ', 'ĐU'],
    ['08-QĐi/TW', 'party', 'party', '08', null, 'QĐi', 'TW'],
    ['24-BS/UBKTTU', 'party', 'party', '24', null, 'BS', 'UBKTTU'],
    ['12-CTr/ThU', 'party', 'party', '12', null, 'CTr', 'ThU'],
    ['30/2020/NĐ-CP', 'normative', 'state', '30', 2020, 'NĐ', 'CP'],
    ['30a/2008/NQ-CP', 'normative', 'state', '30a', 2008, 'NQ', 'CP'],
    ['66.13/2026/NQ-CP', 'normative', 'state', '66.13', 2026, 'NQ', 'CP'],
    ['05/2021/QĐ-TTg', 'normative', 'state', '05', 2021, 'QĐ', 'TTg'],
    ['01/2015/TTLT-VKSNDTC-TANDTC-BCA', 'normative', 'state', '01', 2015, 'TTLT', 'VKSNDTC-TANDTC-BCA'],
    ['45/2019/QH14', 'assembly', 'state', '45', 2019, null, 'QH14'],
    ['326/2016/UBTVQH14', 'assembly', 'state', '326', 2016, null, 'UBTVQH14'],
    ['156/QĐ-UBND', 'administrative', 'state', '156', null, 'QĐ', 'UBND'],
    ['12/CT-TTg', 'administrative', 'state', '12', null, 'CT', 'TTg'],
    ['1278/NQ-UBTVQH15', 'administrative', 'state', '1278', null, 'NQ', 'UBTVQH15'],
    ['1234/BGDĐT-VP', 'letter', 'state', '1234', null, 'CV', 'BGDĐT-VP'],
    ['27/CP', 'legacy', 'state', '27', null, null, 'CP'],
    ['115-TTg', 'legacy', 'state', '115', null, null, 'TTg'],
    ['89-TC/TCT', 'legacy', 'state', '89', null, null, 'TC/TCT'],
    ['26-NQ', 'legacy', 'party', '26', null, 'NQ', ''],
    ['29/SL', 'legacy', 'state', '29', null, 'SL', ''],
    ['12/QĐ-THCSPT', 'administrative', 'state', '12', null, 'QĐ', 'THCSPT'],
    ['12-QĐ/ĐBX', 'party', 'party', '12', null, 'QĐ', 'ĐBX'],
  ])('%s', (text, layout, family, number, year, type, issuer) => {
    expect(read(text)).toMatchObject({ canonical: text, layout, family, number, year, type, issuer });
  });
});

describe('a dirty spelling is restored to the official form', () => {
  test.each([
    ['57–KL/TW', '57-KL/TW'],
    ['57—KL/TW', '57-KL/TW'],
    ['57\u2011KL/TW', '57-KL/TW'],
    ['57\u00a0-\u00a0KL / TW', '57-KL/TW'],
    ['57 kl/tw', '57-KL/TW'],
    ['57-KL/TƯ', '57-KL/TW'],
    ['57-KLTW', '57-KL/TW'],
    ['số57-KL/TW', '57-KL/TW'],
    ['Số: 57-KL/TW', '57-KL/TW'],
    ['Kết luận số 57-KL/TW', '57-KL/TW'],
    ['ket luan so 57-KL/TW.', '57-KL/TW'],
    ['số **57**-KL/TW', '57-KL/TW'],
    ['57-\nKL/TW', '57-KL/TW'],
    ['156/Q\u00d0-UBND', '156/QĐ-UBND'],
    ['156/q\u00f0-ubnd', '156/QĐ-UBND'],
    ['156/QĐ-UBND'.normalize('NFD'), '156/QĐ-UBND'],
    ['Nghị quyết số 15-NQ/ĐU'.normalize('NFD'), '15-NQ/ĐU'],
    ['156/QD-UBND', '156/QĐ-UBND'],
    ['18/2022/NQ- HDND', '18/2022/NQ-HĐND'],
    ['30/2020/NĐCP', '30/2020/NĐ-CP'],
    ['22/CT-TW', '22-CT/TW'],
    ['156-QĐ/UBND', '156/QĐ-UBND'],
    ['1836 QĐ/TWĐTN', '1836-QĐ/TWĐTN'],
    ['19-2016/NQ-CP', '19/2016/NQ-CP'],
    ['01 /2018/TT-VPCP', '01/2018/TT-VPCP'],
    ['45/2019/QH 14', '45/2019/QH14'],
    ['12-ctr/thu', '12-CTr/ThU'],
    ['5/qđ-ttg', '5/QĐ-TTg'],
    ['07-QCh/HU', '07-QC/HU'],
    ['07-QyĐ/HU', '07-QĐi/HU'],
    ['09/2014/TTL-BNV-BTC', '09/2014/TTLT-BNV-BTC'],
    ['12/QĐi-UBND', '12/QyĐ-UBND'],
    ['Qui định số 37-QĐ/TW', '37-QĐ/TW'],
    ['NĐ 30/2020/NĐ-CP', '30/2020/NĐ-CP'],
    ['QĐ số 5-QĐ/TW', '5-QĐ/TW'],
    ['07/NQ/TU', '07-NQ/TU'],
    ['66-KH-HU', '66-KH/HU'],
    ['51/QĐ/UBND', '51/QĐ-UBND'],
    ['40/2014-TT-BTNMT', '40/2014/TT-BTNMT'],
    ['40/2014/TT BTNMT', '40/2014/TT-BTNMT'],
    ['57KL/TW', '57-KL/TW'],
    ['57\u00ad-KL/TW', '57-KL/TW'],
    ['57\u200b-KL/\u2060TW', '57-KL/TW'],
    ['57&nbsp;-&nbsp;KL/TW', '57-KL/TW'],
    ['<strong class="so">57</strong>-KL/TW', '57-KL/TW'],
    ['_57-KL/TW_', '57-KL/TW'],
    ['“57-KL/TW”', '57-KL/TW'],
    ['số.771/QĐ-UBND', '771/QĐ-UBND'],
    ['Thông tư số 16-LĐTBXH', '16-LĐTBXH'],
  ])('%j is %s', (text, canonical) => {
    expect(read(text).canonical).toBe(canonical);
  });
});

describe('what is no symbol is refused with its reason', () => {
  test.each([
    ['', 'empty'],
    [' \u00a0 ', 'empty'],
    ['Kết luận', 'no-number'],
    ['KL/TW', 'no-number'],
    ['Số: .../KH-UBND', 'blank-number'],
    ['Số: /KH-UBND', 'blank-number'],
    ['…/2023/QĐ-UBND', 'blank-number'],
    ['00/QĐ-UBND', 'blank-number'],
    ['31/8/2023', 'date-like'],
    ['8/2023', 'date-like'],
    ['ngày 31-8-2023', 'date-like'],
    ['2023-08-31', 'date-like'],
    ['ISO 9001:2015', 'standard-number'],
    ['TCVN 7217-1:2002', 'standard-number'],
    ['QCVN 01:2009/BYT', 'standard-number'],
    ['15/2023/HĐ-XD', 'contract-number'],
    ['Hợp đồng số 15/2023/HĐ-XD', 'contract-number'],
    ['07/HĐ-TVGS', 'contract-number'],
    ['Mẫu số 01/ĐK-TCT', 'form-number'],
    ['01/ĐK-TCT', 'form-number'],
    ['theo tinh thần 57-KL/TW', 'leading-text'],
    ['57-KL/TW ngày 15/6/2023', 'trailing-text'],
    ['57-KL/TW, 34-NQ/TW', 'trailing-text'],
    ['57/KL', 'no-issuer'],
    ['57-KL/', 'no-issuer'],
    ['57-XX/TW', 'unknown-type'],
    ['12/98/QĐ-UB', 'bad-year'],
    ['57', 'unknown-layout'],
    ['51F-123.45', 'unknown-layout'],
    ['giai đoạn 2021-2025', 'leading-text'],
    ['2021-2025', 'unknown-layout'],
    ['tỷ số 3-1', 'leading-text'],
    ['VN-1821', 'leading-text'],
    ['khoản 2 Điều 15', 'leading-text'],
    ['Nghị quyết Đại hội XIII', 'no-number'],
    ['Quyết định này', 'no-number'],
    ['AK-47', 'leading-text'],
    ['/2024/QĐ-UBND', 'blank-number'],
    ['12/5 Nguyễn Huệ', 'unknown-layout'],
    ['01/QĐ', 'no-issuer'],
    ['Thông tư 40/2014', 'date-like'],
    ['0909 123 456', 'unknown-layout'],
    [`12/QĐ-${'A'.repeat(24)}-${'B'.repeat(24)}-${'C'.repeat(24)}`, 'too-long'],
    ['5'.repeat(1000), 'too-long'],
  ])('%j: %s', (text, code) => {
    const result = parseSymbol(text);
    expect(result).toMatchObject({ ok: false, code });
    if (!result.ok) expect([result.reason.vi, result.reason.en].every((reason) => reason.endsWith('.'))).toBe(true);
  });
});

describe('the lookup key', () => {
  test.each([
    ['03-QC/TU', '3-QC/TU', '3 qc/tu', 'Quy chế số 003-QC/TU'],
    ['30a/2008/NQ-CP', '30A/2008/NQ-CP', '030a/2008/nq-cp', 'Nghị quyết 30a/2008/NQ-CP'],
    ['27/CP', '27-CP', '027/cp', 'Nghị định số 27/CP'],
    ['12/CT-TTg', '12/CT-TTG', '12/ct-ttg', '12-CT/TTg'],
  ])('is one for all spellings of %s', (...spellings) => {
    const keys = new Set(spellings.map((spelling) => symbolKey(spelling)));
    expect([...keys]).toEqual([expect.any(String)]);
  });

  test.each([
    ['5/HD-UBND', '5/HĐ-UBND'],
    ['5/DA-UBND', '5/ĐA-UBND'],
    ['5-DA/TU', '5-ĐA/TU'],
    ['5-KL/TU', '5-KL/TW'],
    ['156/QĐ-UBND', '156/2023/QĐ-UBND'],
    ['5-QĐ/TW', '5-QĐi/TW'],
  ])('keeps %s apart from %s', (one, other) => {
    expect(symbolKey(one)).not.toBeNull();
    expect(symbolKey(one)).not.toBe(symbolKey(other));
  });

  test('is null for a text that is no symbol', () => {
    expect(symbolKey('ISO 9001:2015')).toBeNull();
  });
});
