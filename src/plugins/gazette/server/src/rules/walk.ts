import type { Core } from '@strapi/strapi';
import { attributesOf, isRecord, type AttributeSchema, type Data } from './model';

export type Path = (string | number)[];

/** One attribute of what is saved, wherever in it. */
export interface Visit {
  path: Path;
  name: string;
  attribute: AttributeSchema;
  value: unknown;
}

interface Visitor {
  /** Answers the value to keep; `undefined` keeps the one that is there. Outer attributes come before those inside them. */
  attribute?(visit: Visit): unknown;
  /** Told of a member that is no attribute. */
  unknown?(path: Path, name: string): void;
}

/** Members that stand beside the attributes of an item, a component or a section. */
const BESIDE_ATTRIBUTES = new Set(['id', 'documentId', '__component']);

/**
 * A copy of what a client sends for a content type or component, each of its attributes put through a visitor: those of
 * components and of sections too, with their full path. Values of a wrong shape are left to Strapi's own validation.
 */
export const mapAttributes = (
  strapi: Core.Strapi,
  uid: string,
  data: Data,
  visitor: Visitor,
  outer: Path = [],
): Data => {
  const attributes = attributesOf(strapi, uid);
  const inside = (componentUid: string | undefined, value: unknown, path: Path): unknown =>
    componentUid !== undefined && isRecord(value) ? mapAttributes(strapi, componentUid, value, visitor, path) : value;

  const descend = (attribute: AttributeSchema, value: unknown, path: Path): unknown => {
    if (attribute.type === 'component') {
      return Array.isArray(value)
        ? value.map((one, index) => inside(attribute.component, one, [...path, index]))
        : inside(attribute.component, value, path);
    }
    if (attribute.type === 'dynamiczone' && Array.isArray(value)) {
      return value.map((one, index) => inside(sectionUid(attribute, one), one, [...path, index]));
    }
    return value;
  };

  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const path = [...outer, name];
      // Own attributes only: a client may well send "constructor".
      const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
      if (attribute === undefined) {
        if (!BESIDE_ATTRIBUTES.has(name)) visitor.unknown?.(path, name);
        return [name, value];
      }
      const kept = visitor.attribute?.({ path, name, attribute, value });
      return [name, descend(attribute, kept === undefined ? value : kept, path)];
    }),
  );
};

/** The component of a section, where its zone allows it. */
const sectionUid = ({ components = [] }: AttributeSchema, section: unknown): string | undefined =>
  isRecord(section) ? components.find((uid) => uid === section.__component) : undefined;
