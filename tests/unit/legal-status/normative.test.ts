import { isNormative } from '../../../src/plugins/gazette/server/src/legal-status';

type Case = [kind: string | null, symbol: string | null, issuerBranch: string | null, normative: boolean];

const cases: Case[] = [
  ['law', '45/2019/QH14', 'state', true],
  ['law', 'không số', null, true],
  ['ordinance', '01/2018/UBTVQH14', 'state', true],
  ['decree', '30/2020/NĐ-CP', 'state', true],
  ['circular', '01/2021/TT-BTTTT', 'state', true],
  ['circular', '05-TT/TU', 'party', false],
  ['circular', 'không số', 'state', true],
  ['circular', 'không số', 'party', false],
  ['joint-circular', '02/2016/TTLT-BTP-BNV', 'state', true],
  ['decision', '05/2021/QĐ-TTg', 'state', true],
  ['decision', '05/2021/QĐ-UBND', null, true],
  ['decision', '156/QĐ-UBND', 'state', false],
  ['decision', '08-QĐ/TW', 'party', false],
  ['decision', '05/2021/QĐ-MTTW', 'front', false],
  ['council', '18/2022/NQ-HĐND', 'council', true],
  ['council', '27/NQ-HĐND', 'council', false],
  ['national-assembly', '326/2016/UBTVQH14', 'state', true],
  ['government', '128/NQ-CP', 'state', false],
  ['joint', '01/2022/NQLT-CP-MTTQ', 'front', true],
  ['party', '34-NQ/TW', 'party', false],
  ['party', '34/2020/NQ-TW', 'party', false],
  ['plan', '15/2024/KH-UBND', 'state', false],
  ['directive', '12/CT-TTg', 'state', false],
  ['consolidated', '05/VBHN-BTC', 'state', false],
  ['decision', null, 'state', false],
  [null, '05/2021/QĐ-TTg', 'state', false],
];

describe('a normative document', () => {
  it.each(cases)('kind %s, symbol %s, branch %s: %s', (kind, symbol, issuerBranch, normative) => {
    expect(isNormative({ kind, symbol, issuerBranch })).toBe(normative);
  });
});
