import { RELATION_TYPES, STATUS_CODES } from '../../../src/plugins/gazette/server/src/legal-status';
import { relationLabel, statusLabel } from '../../../src/plugins/gazette/server/src/presenters';
import { options as inVietnamese } from '../../../src/plugins/gazette/admin/src/translations/vi/options';

describe('the labels of a status', () => {
  it('are those of the national database', () => {
    expect(Object.fromEntries(STATUS_CODES.map((code) => [code, statusLabel(code, 'vi')]))).toEqual({
      'not-yet-in-force': 'Chưa có hiệu lực',
      'in-force': 'Còn hiệu lực',
      'partly-expired': 'Hết hiệu lực một phần',
      expired: 'Hết hiệu lực toàn bộ',
      suspended: 'Ngưng hiệu lực',
      'partly-suspended': 'Ngưng hiệu lực một phần',
      obsolete: 'Không còn phù hợp',
      unknown: 'Chưa đủ dữ liệu',
    });
  });

  it('are English for every other language', () => {
    expect([statusLabel('in-force', 'en'), statusLabel('in-force', 'fr')]).toEqual(['In force', 'In force']);
  });
});

describe('the labels of a relation', () => {
  it('differ by direction', () => {
    expect(relationLabel('replaces', 'out', 'vi')).toBe('thay thế');
    expect(relationLabel('replaces', 'in', 'vi-VN')).toBe('bị thay thế bởi');
    expect(relationLabel('replaces', 'in', 'en')).toBe('replaced by');
  });

  it('are for editors and readers the same words', () => {
    const said = RELATION_TYPES.map((type) => relationLabel(type, 'out', 'vi'));
    const chosen = new Map(Object.entries(inVietnamese));
    expect(said).toEqual(RELATION_TYPES.map((type) => chosen.get(type)?.toLocaleLowerCase('vi')));
  });
});
