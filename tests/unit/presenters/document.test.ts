import {
  directiveSchema,
  presentDirective,
  presentResolution,
  resolutionSchema,
} from '../../../src/plugins/gazette/server/src/presenters';
import { API, contextFor, directiveRow, file, issuer, resolutionRow } from './rows';

const directive = (own: object = {}, locale = 'vi') => {
  const row = directiveRow(own);
  return presentDirective(row, contextFor(row, { locale }));
};
const resolution = (own: object = {}) => {
  const row = resolutionRow(own);
  return presentResolution(row, contextFor(row));
};

test('exactly the listed attributes get out', () => {
  expect(Object.keys(directive()).sort()).toEqual(Object.keys(directiveSchema.shape).sort());
  expect(Object.keys(resolution()).sort()).toEqual(Object.keys(resolutionSchema.shape).sort());
});

test('no system or private member gets out, at any depth', () => {
  const text = JSON.stringify([directive(), resolution()]);
  const hidden = [
    '"id"',
    'createdBy',
    'revision',
    'classification',
    'recipients',
    'translations',
    'branch',
    'hidden-hash',
  ];
  expect(hidden.filter((word) => text.includes(word))).toEqual([]);
});

test('a plan shows its issuers, signers, days and tasks', () => {
  expect(directive()).toMatchObject({
    symbol: '94-KH/HU',
    number: '94',
    year: 2023,
    kind: { code: 'plan', label: 'Kế hoạch' },
    issuer: { slug: 'huyen-uy', code: 'HU', name: 'Huyện ủy', level: 'district' },
    coIssuers: [{ slug: 'ubnd', code: 'UBND' }],
    signers: [{ name: 'Trần Văn Bình', position: 'Bí thư', capacity: 'TM.' }],
    issuedOn: '2023-08-31',
    effectiveFrom: '2023-09-01',
    effectiveTo: null,
    summary: null,
    publicUpdatedAt: '2023-09-01T01:00:00.000Z',
    tasks: [{ title: 'Khảo sát', leadIssuer: { slug: 'phong-kinh-te' }, supportingIssuers: [], status: 'not-started' }],
    jsonLd: {
      '@type': 'Legislation',
      legislationIdentifier: '94-KH/HU',
      legislationDate: '2023-08-31',
      temporalCoverage: '2023-09-01/..',
    },
  });
});

test('an English page has English names of kind and issuer', () => {
  const item = directive({}, 'en');
  expect(item.kind?.label).toBe('Plan');
  expect(item.issuer?.name).toBe('District Party Committee');
  expect(item.coIssuers[0]?.name).toBe('Ủy ban nhân dân huyện');
});

test.each([
  ['05-TT/HU', 'Thông tri'],
  ['01/2021/TT-BTTTT', 'Thông tư'],
  ['không số', 'Thông tri, thông tư'],
])('the circular %s is called %s', (symbol, label) => {
  expect(directive({ kind: 'circular', symbol }).kind).toEqual({ code: 'circular', label });
});

test.each([
  ['kilobytes', 12.34, 12_340],
  ['kilobytes that floating point does not hold exactly', 1.1, 1100],
  ['a decimal as PostgreSQL gives it', '0.25', 250],
  ['an unknown size', null, null],
])('an attachment tells its bytes: %s', (_, size, bytes) => {
  const attachments = [{ file: file('scan', { url: '/uploads/scan.pdf', mime: 'application/pdf', size }) }];
  expect(directive({ attachments }).attachments[0]?.size).toBe(bytes);
});

test('an attachment is named by its file where it has no title, and one without its file is left out', () => {
  expect(directive().attachments).toEqual([
    {
      title: 'scan.jpg',
      url: `${API}/uploads/scan.pdf`,
      mime: 'application/pdf',
      size: 12_340,
      sha256: null,
      pages: 4,
      official: true,
      accessible: false,
    },
  ]);
});

test('votes of a resolution: zero is a vote count, nothing recorded is null', () => {
  expect(resolution().votes).toEqual({ for: 30, against: 0, abstained: null });
  expect(resolution({ votesFor: null, votesAgainst: null }).votes).toBeNull();
});

test('relations and days come from the shared row', () => {
  const entry = directiveRow({
    locale: 'en',
    title: 'Rural bridges plan',
    issuer: issuer('other'),
    issuedOn: '2000-01-01',
  });
  const item = presentDirective(entry, contextFor(directiveRow(), { locale: 'en' }));
  expect(item).toMatchObject({ title: 'Rural bridges plan', issuer: { slug: 'huyen-uy' }, issuedOn: '2023-08-31' });
});

test('the places of the text are listed, and marked in its HTML', () => {
  const body = [{ __component: 'gazette.html', html: '<p>Điều 1. Tên</p><p>1. Một</p>' }];
  const item = directive({ body });
  expect(item.bodyHtml).toBe('<p id="dieu-1">Điều 1. Tên</p><p id="dieu-1-khoan-1">1. Một</p>');
  expect(item.contents).toEqual([
    {
      anchor: 'dieu-1',
      level: 'article',
      label: 'Điều 1',
      title: 'Tên',
      children: [{ anchor: 'dieu-1-khoan-1', level: 'clause', label: 'Khoản 1', title: null, children: [] }],
    },
  ]);
  expect(item.body).toEqual(body);
});
