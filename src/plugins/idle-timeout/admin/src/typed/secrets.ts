/** An attribute of a content type or component, as far as this reads it. */
export interface Attribute {
  type: string;
}

/** Whether a form holds passwords: it is then never kept. */
export const holdsSecrets = (
  attributes: Record<string, Attribute>,
  components: Record<string, { attributes: Record<string, Attribute> }>,
): boolean =>
  [attributes, ...Object.values(components).map((component) => component.attributes)].some((group) =>
    Object.values(group).some(({ type }) => type === 'password'),
  );
