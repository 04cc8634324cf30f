import type { z } from 'zod';
import type { PresentContext } from '@gazette/delivery/strapi-server';
import { presentContact } from './contact';
import { branchLabel, levelLabel } from './labels';
import { translatedText } from './references';
import type { ItemRow, IssuerRow } from './rows';
import type { issuerSchema } from './schemas';
import { presentAncestors, presentChildren, presentSupporting, treeReference, type TreeReference } from './supporting';
import { dayOrNull, statedMembers, textOrNull } from './values';

/** Kinds of the edges of an issuer. */
export const ISSUER_PARENT = 'issuer-parent';
export const ISSUER_PREDECESSOR = 'issuer-predecessor';

/** An authority that issues documents (cơ quan ban hành). Days are YYYY-MM-DD. */
export type PublicIssuer = z.infer<typeof issuerSchema>;

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
