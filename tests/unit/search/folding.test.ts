import fc from 'fast-check';
import { accentedForm, foldedForm } from '../../../src/plugins/delivery/server/src/search';
import { compoundsOf, keysIn } from '../../../src/plugins/delivery/server/src/search/tokens';

const folded = (text: string): string[] => compoundsOf(text).flatMap(({ words }) => words.map((word) => word.folded));
const accented = (text: string): string[] =>
  compoundsOf(text).flatMap(({ words }) => words.map((word) => word.accented));

describe('folding', () => {
  it.each([
    ['duong', 'duong', 'duong'],
    ['đường', 'đường', 'duong'],
    ['Đường', 'đường', 'duong'],
    ['Đường'.normalize('NFD'), 'đường', 'duong'],
    ['\u00d0ường', 'đường', 'duong'],
    ['\u00f0ường', 'đường', 'duong'],
    ['ĐƯỜNG', 'đường', 'duong'],
    ['Ở', 'ở', 'o'],
    ['qđ', 'qđ', 'qd'],
    ['Garðabær', 'garđabær', 'gardabær'],
    ['Straße', 'straße', 'straße'],
    ['İzmir', 'İzmir', 'izmir'],
  ])('reads %s', (text, as, bare) => {
    expect(accented(text)).toEqual([as]);
    expect(folded(text)).toEqual([bare]);
  });

  it('keeps every place of a text where it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const nfc = text.normalize('NFC');
        expect(accentedForm(nfc)).toHaveLength(nfc.length);
        expect(foldedForm(nfc)).toHaveLength(nfc.length);
      }),
    );
  });

  it('makes the same of a text composed and decomposed', () => {
    const letters = [...'aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ -/.0129'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters)), (characters) => {
        const text = characters.join('');
        expect(compoundsOf(text.normalize('NFD'))).toEqual(compoundsOf(text.normalize('NFC')));
        expect(folded(text.toUpperCase())).toEqual(folded(text));
      }),
    );
  });
});

describe('the entries of a text', () => {
  it.each([
    ['57-KL/TW', ['57', 'kl', 'tw'], ['57-kl', '57-kl-tw']],
    ['156/QĐ-UBND', ['156', 'qd', 'ubnd'], ['156-qd', '156-qd-ubnd']],
    ['20/11/2023', ['20', '11', '2023'], ['20-11', '20-11-2023', '11-2023']],
    ['3,5 tỷ', ['3', '5', 'ty'], ['3-5']],
    ['kl/tw', ['kl', 'tw'], []],
    ['xã, phường.', ['xa', 'phuong'], []],
    ['30a', ['30a'], []],
    ['“!?” 😀', [], []],
  ])('of %s are its words, and what has a number as a whole too', (text, words, keys) => {
    expect(folded(text)).toEqual(words);
    expect(
      compoundsOf(text)
        .flatMap(keysIn)
        .map((key) => key.folded),
    ).toEqual(keys);
  });

  it('keep Đ and D apart in their accented form', () => {
    expect(accented('12-HĐ/TW')).toEqual(['12', 'hđ', 'tw']);
    expect(accented('12-HD/TW')).toEqual(['12', 'hd', 'tw']);
  });
});
