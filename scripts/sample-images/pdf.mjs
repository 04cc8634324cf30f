/**
 * A minimal PDF 1.7 of one page whose Vietnamese text can be read, copied and searched without an embedded font file.
 *
 * The standard fonts of PDF have no Vietnamese letters, so the page uses a Type 3 font made here: each glyph sets the
 * plain letter in Helvetica and draws its marks with strokes, and a ToUnicode map gives the letter back to readers
 * (ISO 32000-1, 9.6.5 and 9.10.3).
 */

const WIDTHS =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 ' +
  '1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 ' +
  '333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584';
const helveticaWidths = WIDTHS.split(' ').map(Number);

const GRAVE = '\u0300';
const ACUTE = '\u0301';
const CIRCUMFLEX = '\u0302';
const TILDE = '\u0303';
const BREVE = '\u0306';
const HOOK = '\u0309';
const HORN = '\u031b';
const DOT_BELOW = '\u0323';

/** Strokes of a combining mark over a letter centred at `x`, in thousandths of the font size; `y` is the base line of the mark. */
const strokes = {
  [GRAVE]: (x, y) => `${x - 70} ${y + 150} m ${x + 50} ${y + 20} l S`,
  [ACUTE]: (x, y) => `${x + 70} ${y + 150} m ${x - 50} ${y + 20} l S`,
  [CIRCUMFLEX]: (x, y) => `${x - 130} ${y + 20} m ${x} ${y + 130} l ${x + 130} ${y + 20} l S`,
  [TILDE]: (x, y) => `${x - 140} ${y + 40} m ${x - 60} ${y + 190} ${x + 60} ${y - 60} ${x + 140} ${y + 100} c S`,
  [BREVE]: (x, y) => `${x - 130} ${y + 130} m ${x - 80} ${y - 10} ${x + 80} ${y - 10} ${x + 130} ${y + 130} c S`,
  [HOOK]: (x, y) => `${x - 50} ${y + 140} m ${x + 90} ${y + 190} ${x + 70} ${y + 60} ${x} ${y + 20} c S`,
  [DOT_BELOW]: (x) => `${x - 45} -180 90 90 re f`,
};

const isUpper = (letter) => letter !== letter.toLowerCase();

function glyphOf(character) {
  const plain = { đ: 'd', Đ: 'D', '“': '"', '”': '"', '–': '-' }[character];
  const [base, ...marks] = plain ? [plain] : [...character.normalize('NFD')];
  const width = helveticaWidths[base.codePointAt(0) - 32];
  if (width === undefined) throw new Error(`the sample PDFs cannot draw "${character}"`);
  const escaped = base === '(' || base === ')' || base === '\\' ? `\\${base}` : base;
  const drawn = [`BT /H 1000 Tf (${escaped}) Tj ET`];
  const height = isUpper(base) ? 740 : 560;
  const centre = base === 'i' || base === 'I' ? width / 2 : width / 2 + 10;
  if (character === 'đ') drawn.push(`${width - 330} 610 m ${width + 20} 610 l S`);
  if (character === 'Đ') drawn.push('-20 360 m 330 360 l S');
  if (marks.includes(HORN))
    drawn.push(
      `${width - 70} ${height - 60} m ${width + 30} ${height - 50} ${width + 60} ${height + 20} ${width + 10} ${height + 90} c S`,
    );
  if (marks.includes(DOT_BELOW)) drawn.push(strokes[DOT_BELOW](centre));
  let level = base === 'i' ? 740 : height;
  for (const mark of marks.filter((each) => each !== HORN && each !== DOT_BELOW)) {
    drawn.push(strokes[mark](centre, level));
    level += 150;
  }
  return { width, procedure: `${width} 0 d0 60 w 1 J ${drawn.join(' ')}` };
}

const hex = (value, digits) => value.toString(16).toUpperCase().padStart(digits, '0');

function toUnicodeMap(characters) {
  const lines = characters.map((character, code) => `<${hex(code + 1, 2)}> <${hex(character.codePointAt(0), 4)}>`);
  const groups = [];
  for (let start = 0; start < lines.length; start += 100) {
    const group = lines.slice(start, start + 100);
    groups.push(`${group.length} beginbfchar\n${group.join('\n')}\nendbfchar`);
  }
  return (
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n' +
    '/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n' +
    `${groups.join('\n')}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend`
  );
}

/** Text as a PDF text string: UTF-16BE with its byte order mark. */
const textString = (text) => `<FEFF${[...text].map((character) => hex(character.codePointAt(0), 4)).join('')}>`;

/** Breaks a paragraph at spaces so that no line is wider than `limit` points at `size` points. */
function wrap(text, size, limit, widthOf) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`;
    if ((widthOf(longer) * size) / 1000 <= limit) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * The bytes of a one-page A4 PDF.
 * @param {{ title: string, paragraphs: { text: string, size?: number, align?: 'left' | 'center' }[] }} document
 *   text in NFC; sizes in points. Throws when a letter is none that Vietnamese text uses or the page overflows.
 */
export function pdfOf({ title, paragraphs }) {
  const characters = [...new Set(paragraphs.flatMap(({ text }) => [...text]))].sort();
  const glyphs = characters.map(glyphOf);
  const codes = new Map(characters.map((character, index) => [character, index + 1]));
  const widthOf = (text) => [...text].reduce((sum, character) => sum + glyphs[codes.get(character) - 1].width, 0);

  const content = [];
  let y = 780;
  for (const { text, size = 12, align = 'left' } of paragraphs) {
    for (const row of wrap(text, size, 455, widthOf)) {
      const x = align === 'center' ? (595 - (widthOf(row) * size) / 1000) / 2 : 70;
      content.push(
        `BT /F ${size} Tf ${x.toFixed(2)} ${y.toFixed(2)} Td <${[...row].map((each) => hex(codes.get(each), 2)).join('')}> Tj ET`,
      );
      y -= size * 1.5;
    }
    y -= size * 0.5;
    if (y < 60) throw new Error(`"${title}" does not fit on one page`);
  }

  const stream = (text) => `<< /Length ${Buffer.byteLength(text)} >>\nstream\n${text}\nendstream`;
  const firstGlyph = 8;
  const glyphNames = characters.map((_, index) => `/g${index + 1}`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (vi) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>',
    stream(content.join('\n')),
    `<< /Type /Font /Subtype /Type3 /FontBBox [-100 -250 1100 1150] /FontMatrix [0.001 0 0 0.001 0 0] /Resources << /Font << /H << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> ` +
      `/FirstChar 1 /LastChar ${characters.length} /Widths [${glyphs.map(({ width }) => width).join(' ')}] ` +
      `/Encoding << /Type /Encoding /Differences [1 ${glyphNames.join(' ')}] >> ` +
      `/CharProcs << ${glyphNames.map((name, index) => `${name} ${firstGlyph + index} 0 R`).join(' ')} >> /ToUnicode 6 0 R >>`,
    stream(toUnicodeMap(characters)),
    `<< /Title ${textString(title)} /Producer (Gazette sample content) >>`,
    ...glyphs.map(({ procedure }) => stream(procedure)),
  ];

  const chunks = ['%PDF-1.7\n'];
  const offsets = [];
  let position = Buffer.byteLength(chunks[0]);
  for (const [index, body] of objects.entries()) {
    const chunk = `${index + 1} 0 obj\n${body}\nendobj\n`;
    offsets.push(position);
    position += Buffer.byteLength(chunk);
    chunks.push(chunk);
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  chunks.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n${position}\n%%EOF\n`,
  );
  return Buffer.from(chunks.join(''));
}
