import type { PresentContext } from '@gazette/delivery/strapi-server';
import { yearOfDay } from '../days';
import { isKindCode, kindLabel } from '../kinds';
import type { FoundCitation } from '../citations';
import { documentFacts } from '../register/facts';
import { LEGAL_RELATION } from '../register/legal-links';
import { sectionsToHtml, type PublicSection } from '../sections';
import { withAnchors, type ContentsEntry } from '../structure';
import { parseSymbol, registerKey } from '../symbols';
import { presentAttachments, type PublicAttachment } from './attachments';
import { bodyOf, citedIn } from './body';
import { dismissedKeys, keyOf, presentCitations, type PublicCitation } from './citations';
import { documentJsonLd } from './document-json-ld';
import { presentRelations, resolveRelations, type PublicRelation, type ResolvedRelation } from './relations';
import {
  presentChangeHistory,
  presentCorrections,
  presentIssuer,
  presentNamed,
  presentSeo,
  presentWithdrawal,
  type Change,
  type Correction,
  type IssuerReference,
  type NamedReference,
  type Seo,
  type Withdrawal,
} from './references';
import type { DirectiveRow, DocumentRow, ResolutionRow, TaskRow } from './rows';
import { dayOrNull, instantOrNull, textOrNull, wholeNumberOrNull } from './values';

/** What the public sees of every official document, in this order. */
export const DOCUMENT_ATTRIBUTES = [
  'symbol',
  'number',
  'year',
  'kind',
  'issuer',
  'coIssuers',
  'signers',
  'issuedOn',
  'effectiveFrom',
  'effectiveTo',
  'title',
  'summary',
  'body',
  'bodyHtml',
  'bodyText',
  'contents',
  'attachments',
  'topics',
  'relations',
  'citations',
  'changeHistory',
  'corrections',
  'withdrawal',
  'firstPublishedAt',
  'publicUpdatedAt',
  'seo',
  'jsonLd',
] as const satisfies readonly (keyof PublicDocument)[];

export const DIRECTIVE_ATTRIBUTES = [
  ...DOCUMENT_ATTRIBUTES,
  'tasks',
] as const satisfies readonly (keyof PublicDirective)[];

export const RESOLUTION_ATTRIBUTES = [
  ...DOCUMENT_ATTRIBUTES,
  'meeting',
  'term',
  'adoptedOn',
  'votes',
] as const satisfies readonly (keyof PublicResolution)[];

export interface Signer {
  name: string;
  position: string | null;
  /** TM., KT., TL. or TUQ. */
  capacity: string | null;
}

/** The public JSON of an official document without its frame; days are YYYY-MM-DD, instants ISO 8601 in UTC. */
export interface PublicDocument {
  symbol: string;
  /** As printed in the symbol, leading zeros kept. */
  number: string | null;
  year: number | null;
  kind: { code: string; label: string } | null;
  issuer: IssuerReference | null;
  coIssuers: IssuerReference[];
  signers: Signer[];
  issuedOn: string | null;
  effectiveFrom: string | null;
  /** The last day in force. */
  effectiveTo: string | null;
  title: string;
  summary: string | null;
  body: PublicSection[];
  /** With an `id` for each entry of `contents`. */
  bodyHtml: string;
  bodyText: string;
  /** The places of the text; empty where it has none that are certain. */
  contents: ContentsEntry[];
  attachments: PublicAttachment[];
  topics: NamedReference[];
  /** What it states of other documents, then what others state of it. */
  relations: PublicRelation[];
  citations: PublicCitation[];
  changeHistory: Change[];
  corrections: Correction[];
  withdrawal: Withdrawal | null;
  firstPublishedAt: string | null;
  publicUpdatedAt: string | null;
  seo: Seo;
  jsonLd: Record<string, unknown>;
}

/** A task that a directive sets. Whether it is late depends on the day of reading, so no stored answer says it. */
export interface Task {
  title: string;
  leadIssuer: IssuerReference | null;
  supportingIssuers: IssuerReference[];
  dueOn: string | null;
  status: string;
  doneOn: string | null;
  note: string | null;
}

export interface PublicDirective extends PublicDocument {
  tasks: Task[];
}

export interface Votes {
  for: number | null;
  against: number | null;
  abstained: number | null;
}

export interface PublicResolution extends PublicDocument {
  meeting: string | null;
  term: string | null;
  adoptedOn: string | null;
  /** Null where no vote was recorded. */
  votes: Votes | null;
}

/** One locale of a directive; see `presentDocument` for where attributes come from. */
export const presentDirective = (entry: DirectiveRow, context: PresentContext<DirectiveRow>): PublicDirective => ({
  ...presentDocument(entry, context),
  tasks: (context.shared.tasks ?? []).map((task) => presentTask(task, context.locale)),
});

/** One locale of a resolution; see `presentDocument` for where attributes come from. */
export const presentResolution = (entry: ResolutionRow, context: PresentContext<ResolutionRow>): PublicResolution => ({
  ...presentDocument(entry, context),
  meeting: textOrNull(context.shared.meeting),
  term: textOrNull(context.shared.term),
  adoptedOn: dayOrNull(context.shared.adoptedOn),
  votes: presentVotes(context.shared),
});

/** What all documents share. Localized attributes come from `entry`, all others and every relation from `context.shared`. */
function presentDocument(entry: DocumentRow, context: PresentContext<DocumentRow>): PublicDocument {
  const { shared, locale } = context;
  const { body, bodyText } = bodyOf(entry, context);
  const { html: bodyHtml, contents } = withAnchors(sectionsToHtml(body, locale), locale);
  const relations = documentRelations(entry, context);
  const issuedOn = dayOrNull(shared.issuedOn);
  const firstPublishedAt = instantOrNull(shared.releasedAt);

  const document: Omit<PublicDocument, 'jsonLd'> = {
    symbol: textOrNull(shared.symbol) ?? '',
    number: textOrNull(shared.number),
    year: wholeNumberOrNull(shared.year) ?? (issuedOn === null ? null : Number(yearOfDay(issuedOn))),
    kind: presentKind(shared, locale),
    issuer: shared.issuer ? presentIssuer(shared.issuer, locale) : null,
    coIssuers: (shared.coIssuers ?? []).map((issuer) => presentIssuer(issuer, locale)),
    signers: (shared.signers ?? []).map(({ name, position, capacity }) => ({
      name,
      position: textOrNull(position),
      capacity: textOrNull(capacity),
    })),
    issuedOn,
    effectiveFrom: dayOrNull(shared.effectiveFrom),
    effectiveTo: dayOrNull(shared.effectiveTo),
    title: textOrNull(entry.title) ?? '',
    summary: textOrNull(entry.summary),
    body,
    bodyHtml,
    bodyText,
    contents,
    attachments: presentAttachments(shared.attachments, context),
    topics: (shared.topics ?? []).map((topic) => presentNamed(topic, locale)),
    relations: presentRelations(relations, { ...shared, facts: { ...documentFacts(shared) } }, context, {
      kind: LEGAL_RELATION,
      contents,
    }),
    citations: presentCitations(
      documentCitations(entry, context),
      { left: leftOut(shared), picked: new Set(relations.flatMap(({ target }) => target?.documentId ?? [])) },
      context,
    ),
    changeHistory: presentChangeHistory(entry.changeHistory),
    corrections: presentCorrections(entry.corrections),
    withdrawal: presentWithdrawal(entry.withdrawal),
    firstPublishedAt,
    publicUpdatedAt: instantOrNull(shared.publicUpdatedAt) ?? firstPublishedAt,
    seo: presentSeo(entry.seo),
  };
  return { ...document, jsonLd: documentJsonLd(document, context) };
}

/** The places where a document cites others: in its title, summary, captions and body. */
const documentCitations = (
  entry: DocumentRow,
  context: Pick<PresentContext<DocumentRow>, 'absoluteUrl'>,
): FoundCitation[] =>
  citedIn(entry, [textOrNull(entry.title), textOrNull(entry.summary), bodyOf(entry, context).bodyText]);

/** What is no citation here: what the editor dismissed, and the document's own symbol. */
const leftOut = (shared: DocumentRow): Set<string> =>
  dismissedKeys(shared.dismissedCitations).add(keyOf(shared.symbol ?? ''));

/** The keys of the symbols that a document cites. */
const citedKeys = (
  entry: DocumentRow,
  context: Pick<PresentContext<DocumentRow>, 'absoluteUrl' | 'shared'>,
): Set<string> => {
  const left = leftOut(context.shared);
  const keys = documentCitations(entry, context).map(({ symbol }) => keyOf(symbol));
  return new Set(keys.filter((key) => !left.has(key)));
};

/** What a document states of others, with what the register has of them. */
export const documentRelations = (entry: DocumentRow, context: PresentContext<DocumentRow>): ResolvedRelation[] =>
  resolveRelations(context.shared, citedKeys(entry, context), context);

/** What is looked up for a document: the symbols that it cites and the targets of its relations. */
export const documentMentions = (
  entry: DocumentRow,
  context: Pick<PresentContext<DocumentRow>, 'absoluteUrl' | 'shared'>,
): { names: string[]; targets: { collection: string; documentId: string }[] } => {
  const relations = context.shared.relations ?? [];
  const typed = relations.flatMap(({ targetSymbol, targetDocumentId }) =>
    targetSymbol && !targetDocumentId ? (registerKey(targetSymbol) ?? []) : [],
  );
  return {
    names: [...new Set([...citedKeys(entry, context), ...typed])],
    targets: relations.flatMap(({ targetCollection, targetDocumentId }) =>
      targetCollection && targetDocumentId ? [{ collection: targetCollection, documentId: targetDocumentId }] : [],
    ),
  };
};

/** The family of the symbol tells a thông tri from a thông tư. */
function presentKind({ kind, symbol }: DocumentRow, locale: string): PublicDocument['kind'] {
  if (typeof kind !== 'string' || !isKindCode(kind)) return null;
  const parsed = parseSymbol(symbol);
  return { code: kind, label: kindLabel(kind, parsed.ok ? parsed.symbol.family : null, locale) };
}

const presentTask = (task: TaskRow, locale: string): Task => ({
  title: task.title,
  leadIssuer: task.leadIssuer ? presentIssuer(task.leadIssuer, locale) : null,
  supportingIssuers: (task.supportingIssuers ?? []).map((issuer) => presentIssuer(issuer, locale)),
  dueOn: dayOrNull(task.dueOn),
  status: textOrNull(task.status) ?? 'not-started',
  doneOn: dayOrNull(task.doneOn),
  note: textOrNull(task.note),
});

function presentVotes(resolution: ResolutionRow): Votes | null {
  const votes = {
    for: wholeNumberOrNull(resolution.votesFor),
    against: wholeNumberOrNull(resolution.votesAgainst),
    abstained: wholeNumberOrNull(resolution.votesAbstained),
  };
  return votes.for === null && votes.against === null && votes.abstained === null ? null : votes;
}
