export { explainSymbol } from './explain-symbol';
export { issuerCodes, type IssuerCode } from './issuer-codes';
export { namesOtherKind, parseSymbol, symbolKey } from './parse-symbol';
export { printSymbol, usualSymbol } from './print-symbol';
export { isUnnumbered, registerKey } from './register-key';
export { typeCodes, type TypeCode } from './type-codes';
export type {
  NumberMark,
  OfficialSymbol,
  RefusalCode,
  SymbolFamily,
  SymbolLayout,
  SymbolParts,
  SymbolRefusal,
  SymbolResult,
} from './types';
