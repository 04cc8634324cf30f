import type { PresentContext } from '@gazette/delivery/strapi-server';
import type { z } from 'zod';
import { yearOfDay } from '../days';
import { isKindCode, kindLabel } from '../kinds';
import type { FoundCitation } from '../citations';
import { documentFacts } from '../register/facts';
import { LEGAL_RELATION } from '../register/legal-links';
import { sectionsToHtml } from '../sections';
import { withAnchors } from '../structure';
import { parseSymbol, registerKey } from '../symbols';
import { presentAttachments } from './attachments';
import { bodyOf, citedIn } from './body';
import { dismissedKeys, keyOf, presentCitations } from './citations';
import { documentJsonLd } from './document-json-ld';
import { presentRelations, resolveRelations, type ResolvedRelation } from './relations';
import {
  presentChangeHistory,
  presentCorrections,
  presentIssuer,
  presentNamed,
  presentSeo,
  presentWithdrawal,
} from './references';
import type { DirectiveRow, DocumentRow, ResolutionRow, TaskRow } from './rows';
import type { directiveSchema, documentSchema, resolutionSchema, taskSchema, votesSchema } from './schemas';
import { dayOrNull, instantOrNull, textOrNull, wholeNumberOrNull } from './values';

/** The public JSON of an official document without its frame; days are YYYY-MM-DD, instants ISO 8601 in UTC. */
export type PublicDocument = z.infer<typeof documentSchema>;

/** A task that a directive sets. Whether it is late depends on the day of reading, so no stored answer says it. */
export type Task = z.infer<typeof taskSchema>;

export type PublicDirective = z.infer<typeof directiveSchema>;

export type Votes = z.infer<typeof votesSchema>;

export type PublicResolution = z.infer<typeof resolutionSchema>;

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
