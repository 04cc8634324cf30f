import { canonicalIssuer, findIssuer, findType, issuerFamily, splitGluedCode, upperCode } from './codes';
import { customaryMark, printSymbol } from './print-symbol';
import { LONGEST_SYMBOL } from './refusals';
import { readTokens, type CodeToken, type Joint } from './tokens';
import type { NumberMark, OfficialSymbol, RefusalCode, SymbolFamily, SymbolLayout } from './types';

/** A symbol read at a place of a cleaned text, or the reason why none stands there; `end` is after what was read. */
export type SymbolReading =
  | { ok: true; symbol: OfficialSymbol; end: number; knownIssuer: boolean; joint: boolean }
  | { ok: false; code: RefusalCode; end: number };

type Shape = { layout: SymbolLayout; family: SymbolFamily; type: string | null; issuer: string; used: number };

const assemblyCode = /^(?:UBTV)?QH\d{1,2}$/;
/** What contracts are about (HĐ-XD, HĐ-TVGS): the other half of their numbers. */
const contractSubjects = new Set(
  'XD XL TV TVGS TVTK TVXD TC TCXD KT MB MBHH DV LĐ LĐTV TĐ TM GK GKCN ĐT CN NT NTĐ'.split(' '),
);
const contractCodes = new Set(
  'HĐKT HĐLĐ HĐMB HĐTV HĐXD HĐTC HĐDV HĐMBHH HĐTD HĐHT HĐNT HĐTCXD HĐĐT HĐGK HĐVV'.split(' '),
);
/** First codes of the form numbers that tax and land authorities print. */
const formCodes = new Set('ĐK GTGT TNCN TNDN QTT KK TTĐB LPTB BLP HSDT KHBS TAIN NTNN'.split(' '));
/** Old names that print before a unit in N-ISSUER/UNIT beside the ministries known today. */
const legacyHeads = new Set('TC LCT GD NV NH LĐ XD VH TM YT TP NN GTVT LĐTBXH KHCN NGT UB KTĐN VHTT'.split(' '));

/**
 * Reads the longest symbol that starts at the digit `at` of a cleaned text (see `cleanCharacters`).
 * Dirty spellings are mended; the text after the symbol is not looked at.
 */
export function readSymbol(text: string, at: number): SymbolReading {
  const tokens = readTokens(text, at);
  if (tokens === undefined) return { ok: false, code: 'no-number', end: at };
  if (tokens.fault !== undefined) return { ok: false, code: tokens.fault, end: tokens.end };
  if (/^0+$/.test(tokens.number)) return { ok: false, code: 'blank-number', end: tokens.end };
  const codes = splitTypeAndIssuer(tokens.codes);
  if (codes.length === 0) return { ok: false, code: 'unknown-layout', end: tokens.end };

  const cut = /^[/-]/.test(text.slice(tokens.end, tokens.end + 1));
  const shape = tokens.year === null ? shapeWithoutYear(codes, cut) : shapeWithYear(codes);
  if (typeof shape === 'string') return { ok: false, code: shape, end: tokens.end };

  const { layout, family, type, issuer } = shape;
  const first = codes[0].joint;
  const mark: NumberMark = layout === 'party' || (layout === 'legacy' && first === '-') ? '-' : '/';
  const parts = { number: tokens.number, year: tokens.year, type, issuer, layout, mark };
  const canonical = printSymbol(parts);
  if (canonical.length > LONGEST_SYMBOL) return { ok: false, code: 'too-long', end: tokens.end };
  const customary = customaryMark(type, issuer);
  const usual = !tokens.number.startsWith('0') && (layout !== 'legacy' || mark === customary);
  const plain = () => printSymbol({ ...parts, number: tokens.number.replace(/^0+/, ''), mark: customary });
  const key = upperCode(usual ? canonical : plain());
  return {
    ok: true,
    symbol: { canonical, number: tokens.number, year: tokens.year, type, issuer, layout, mark, family, key },
    end: shape.used < codes.length ? tokens.codes[shape.used - 1].end : tokens.end,
    joint: isJoint(type, issuer),
    knownIssuer: issuer === '' || findIssuer(issuer.split(/[/-]/)[0]) !== undefined,
  };
}

/** Whether several bodies issued together: a joint kind, or a second code that is a body of its own. */
function isJoint(type: string | null, issuer: string): boolean {
  if (type === 'TTLT' || type === 'NQLT') return true;
  const second = issuer.split('-')[1];
  const body = second === undefined ? undefined : findIssuer(second);
  return body !== undefined && body.unit !== true;
}

/** Puts back the hyphen that NĐCP, KLTW and QĐ.UBND lack. */
function splitTypeAndIssuer(tokens: readonly CodeToken[]): { raw: string; joint: Joint }[] {
  const [only, ...others] = tokens;
  if (only === undefined || others.length > 0 || findIssuer(only.raw) !== undefined) return [...tokens];
  const dotted = /^(\p{L}+)\.(.+)$/u.exec(only.raw);
  const dottedPair: [string, string] | undefined =
    dotted !== null && findType(dotted[1], 'state') !== undefined ? [dotted[1], dotted[2]] : undefined;
  const pair = dottedPair ?? splitGluedCode(only.raw);
  if (pair === undefined) return [...tokens];
  return [
    { raw: pair[0], joint: only.joint },
    { raw: pair[1], joint: only.joint === '-' ? '/' : '-' },
  ];
}

function issuerFrom(codes: readonly { raw: string; joint: Joint }[]): string {
  return codes.map(({ raw }) => canonicalIssuer(raw)).join('-');
}

/** Why the codes are those of a contract or a form, if they are. */
function otherNumber(first: string, second: string | undefined, withYear: boolean): RefusalCode | undefined {
  const subject = contractSubjects.has(second ?? '');
  if (contractCodes.has(first) || (first === 'HĐ' && (withYear || subject))) return 'contract-number';
  if (first === 'HD' && withYear && subject) return 'contract-number';
  return formCodes.has(first) ? 'form-number' : undefined;
}

function shapeWithYear(codes: readonly { raw: string; joint: Joint }[]): Shape | RefusalCode {
  const first = upperCode(codes[0].raw);
  if (assemblyCode.test(first)) return { layout: 'assembly', family: 'state', type: null, issuer: first, used: 1 };
  const other = otherNumber(first, codes[1] && upperCode(codes[1].raw), true);
  if (other !== undefined) return other;
  const type = findType(first, 'state');
  if (type === undefined) return 'unknown-type';
  if (codes.length < 2) return 'no-issuer';
  const issuer = issuerFrom(codes.slice(1));
  return { layout: 'normative', family: 'state', type: type.code, issuer, used: codes.length };
}

function shapeWithoutYear(codes: readonly { raw: string; joint: Joint }[], cut: boolean): Shape | RefusalCode {
  const [head, next] = codes;
  const first = upperCode(head.raw);
  const other = otherNumber(first, next && upperCode(next.raw), false);
  if (other !== undefined) return other;
  if (next === undefined) return legacyShape(first, head.joint, cut);

  const issuer = issuerFrom(codes.slice(1));
  const used = codes.length;
  const oldMarks = head.joint === '-' && next.joint === '/';
  const oldNames = { layout: 'legacy' as const, family: 'state' as const, type: null, used };
  if (oldMarks && legacyHeads.has(first)) return { ...oldNames, issuer: `${first}/${issuer}` };

  const family = familyOf(head, next);
  const type = findType(first, family);
  if (type !== undefined) {
    return { layout: family === 'party' ? 'party' : 'administrative', family, type: type.code, issuer, used };
  }
  if (oldMarks && issuerFamily(first) === 'state') {
    return { ...oldNames, issuer: `${canonicalIssuer(first)}/${issuer}` };
  }
  if (head.joint !== '/' || next.joint !== '-') return 'unknown-type';
  return { layout: 'letter', family: 'state', type: 'CV', issuer: issuerFrom(codes), used };
}

/** A known issuer decides (22/CT-TW is a Party directive); else the marks do. */
function familyOf(head: { raw: string; joint: Joint }, next: { raw: string; joint: Joint }): SymbolFamily {
  const family = issuerFamily(next.raw);
  if (family !== undefined && findType(head.raw, family) !== undefined) return family;
  const partyMarks = head.joint === '-' || (head.joint !== '/' && next.joint === '/');
  return partyMarks ? 'party' : 'state';
}

/** N/ISSUER, N-ISSUER, N-TYPE and N/SL: old texts leave the other code out. */
function legacyShape(code: string, joint: Joint, cut: boolean): Shape | RefusalCode {
  const legacy = { layout: 'legacy' as const, used: 1 };
  if (joint !== '-' && joint !== '/') return 'no-issuer';
  if (code === 'SL') return { ...legacy, family: 'state', type: 'SL', issuer: '' };
  const party = findType(code, 'party');
  if (party !== undefined && joint === '-' && !cut) return { ...legacy, family: 'party', type: party.code, issuer: '' };
  if (party !== undefined || findType(code, 'state') !== undefined) return 'no-issuer';
  if ((issuerFamily(code) === 'state' || legacyHeads.has(code)) && !cut) {
    return { ...legacy, family: 'state', type: null, issuer: canonicalIssuer(code) };
  }
  return 'unknown-layout';
}
