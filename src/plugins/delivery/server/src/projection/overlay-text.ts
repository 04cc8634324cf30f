import type { CollectionDefinition } from '../collections/definition';
import type { OverlayValue } from '../store/overlays';
import type { Projection } from './present-document';

type Overlaid = Pick<CollectionDefinition, 'overlays'>;
type KeptValue = Pick<OverlayValue, 'member' | 'value' | 'sortKeys'>;

/** The JSON members behind those of a snapshot, each with its leading comma: kept values, else the initial ones. */
export const overlayText = ({ overlays = {} }: Overlaid, kept: readonly KeptValue[] = []): string => {
  const values = new Map(kept.map(({ member, value }) => [member, value]));
  return Object.entries(overlays)
    .map(([member, { initial }]) => `,${JSON.stringify(member)}:${values.get(member) ?? JSON.stringify(initial)}`)
    .join('');
};

/** The sort keys that kept values bring. */
export const overlaySortKeys = ({ overlays = {} }: Overlaid, kept: readonly KeptValue[] = []): Record<string, string> =>
  Object.assign({}, ...kept.filter(({ member }) => member in overlays).map(({ sortKeys }) => sortKeys));

/** A projection with kept values in place of initial ones. Its hashes are those of content, and stay. */
export const withOverlays = (
  definition: CollectionDefinition,
  projection: Projection,
  kept: readonly KeptValue[],
): Projection => {
  const keys = Object.entries(overlaySortKeys(definition, kept)).filter(([name]) => name in projection.index.sortKeys);
  return {
    ...projection,
    overlay: overlayText(definition, kept),
    index: { ...projection.index, sortKeys: { ...projection.index.sortKeys, ...Object.fromEntries(keys) } },
  };
};
