import type { PresentContext } from '@gazette/delivery/strapi-server';
import { presentContact, type Contact } from './contact';
import { branchLabel, levelLabel } from './labels';
import { translatedText } from './references';
import type { ItemRow, IssuerRow } from './rows';
import {
  presentAncestors,
  presentChildren,
  presentSupporting,
  SUPPORTING_ATTRIBUTES,
  treeReference,
  type PublicSupporting,
  type TreeReference,
} from './supporting';
import { dayOrNull, statedMembers, textOrNull } from './values';

/** Kinds of the edges of an issuer. */
export const ISSUER_PARENT = 'issuer-parent';
export const ISSUER_PREDECESSOR = 'issuer-predecessor';

export const ISSUER_ATTRIBUTES = [
  ...SUPPORTING_ATTRIBUTES,
  'name',
  'shortName',
  'code',
  'level',
  'levelLabel',
  'branch',
  'branchLabel',
  'parent',
  'ancestors',
  'children',
  'predecessors',
  'successors',
  'validFrom',
  'validTo',
  'contact',
] as const satisfies readonly (keyof PublicIssuer)[];

/** An authority that issues documents (cơ quan ban hành). Days are YYYY-MM-DD. */
export interface PublicIssuer extends PublicSupporting {
  name: string;
  shortName: string | null;
  /** As in symbols: UBND. */
  code: string | null;
  /** As in the content model: district. */
  level: string | null;
  levelLabel: string | null;
  branch: string | null;
  branchLabel: string | null;
  parent: TreeReference | null;
  /** The root first. */
  ancestors: TreeReference[];
  children: TreeReference[];
  /** What it came from, where authorities merged or were renamed. */
  predecessors: TreeReference[];
  successors: TreeReference[];
  validFrom: string | null;
  /** The last day of its existence. */
  validTo: string | null;
  contact: Contact | null;
}

export const presentIssuerItem = (
  row: ItemRow<IssuerRow>,
  context: PresentContext<ItemRow<IssuerRow>>,
): PublicIssuer => {
  const { locale, url } = context;
  const name = translatedText(row, 'name', locale) ?? row.name;
  const shortName = translatedText(row, 'shortName', locale) ?? textOrNull(row.shortName);
  const ancestors = presentAncestors(context, ISSUER_PARENT, row.documentId);
  const level = textOrNull(row.level);
  const branch = textOrNull(row.branch);
  const issuer = {
    name,
    shortName,
    code: textOrNull(row.code),
    level,
    levelLabel: level === null ? null : levelLabel(level, locale),
    branch,
    branchLabel: branch === null ? null : branchLabel(branch, locale),
    parent: ancestors.at(-1) ?? null,
    ancestors,
    children: presentChildren(context.linking(ISSUER_PARENT)),
    predecessors: context.linked(ISSUER_PREDECESSOR).map(treeReference),
    successors: presentChildren(context.linking(ISSUER_PREDECESSOR)),
    validFrom: dayOrNull(row.validFrom),
    validTo: dayOrNull(row.validTo),
    contact: presentContact(row.contact),
  };
  return {
    ...presentSupporting(row, {
      title: name,
      jsonLd: statedMembers({
        '@context': 'https://schema.org',
        '@type': 'GovernmentOrganization',
        name,
        alternateName: shortName,
        parentOrganization: issuer.parent === null ? null : organisation(issuer.parent),
        subOrganization: issuer.children.map(organisation),
        foundingDate: issuer.validFrom,
        dissolutionDate: issuer.validTo,
        email: issuer.contact?.email,
        telephone: issuer.contact?.phone,
        address: issuer.contact?.address,
        url,
      }),
    }),
    ...issuer,
  };
};

const organisation = ({ name, url }: TreeReference) => ({ '@type': 'GovernmentOrganization', name, url });
