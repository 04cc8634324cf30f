/** Plugin options of an attribute: whether each locale has a value of its own. */
export interface AttributePluginOptions {
  i18n: { localized: boolean };
}

interface AttributeCommon {
  required?: boolean;
  private?: boolean;
  pluginOptions?: AttributePluginOptions;
}

interface TextAttribute extends AttributeCommon {
  type: 'string' | 'text' | 'email';
  maxLength?: number;
  /** Width of the database column; Strapi's own is 255 characters, and PostgreSQL refuses more. */
  column?: { args: [number] };
}

interface UidAttribute extends AttributeCommon {
  type: 'uid';
  targetField: string;
  maxLength: number;
}

interface NumberAttribute extends AttributeCommon {
  type: 'integer';
  min?: number;
  default?: number;
}

interface BooleanAttribute extends AttributeCommon {
  type: 'boolean';
  default: boolean;
}

interface PlainAttribute extends AttributeCommon {
  type: 'date' | 'datetime' | 'json' | 'blocks';
}

interface EnumerationAttribute extends AttributeCommon {
  type: 'enumeration';
  enum: string[];
  default?: string;
}

interface MediaAttribute extends AttributeCommon {
  type: 'media';
  multiple: boolean;
  allowedTypes: ('images' | 'videos' | 'audios' | 'files')[];
}

/** Relations have no inverse: the other side never rewrites a document's links. */
interface RelationAttribute extends AttributeCommon {
  type: 'relation';
  relation: 'manyToMany' | 'manyToOne';
  target: `plugin::gazette.${string}`;
}

interface ComponentAttribute extends AttributeCommon {
  type: 'component';
  component: `gazette.${string}`;
  repeatable: boolean;
}

interface DynamicZoneAttribute extends AttributeCommon {
  type: 'dynamiczone';
  components: `gazette.${string}`[];
}

/** An attribute of a content type or component, as Strapi's schemas write it. */
export type SchemaAttribute =
  | TextAttribute
  | UidAttribute
  | NumberAttribute
  | BooleanAttribute
  | PlainAttribute
  | EnumerationAttribute
  | MediaAttribute
  | RelationAttribute
  | ComponentAttribute
  | DynamicZoneAttribute;

/** The schema of a content type of this plugin. */
export interface ContentTypeSchema {
  kind: 'collectionType' | 'singleType';
  collectionName: string;
  info: { singularName: string; pluralName: string; displayName: string; description: string };
  options: { draftAndPublish: boolean };
  pluginOptions: {
    i18n?: { localized: true };
    /** Read by the admin's edit view: which type this is, and which attributes `translations` repeats. */
    gazette: { type: string; translated?: string[] };
  };
  /** Hidden attributes stay out of the layouts, out of "Configure the view" and out of what the admin is sent. */
  config?: { attributes: Record<string, { hidden: true }> };
  attributes: Record<string, SchemaAttribute>;
}

/** The schema of a component of this plugin. */
export interface ComponentSchema {
  collectionName: string;
  info: { displayName: string; icon: string };
  options: Record<string, never>;
  attributes: Record<string, SchemaAttribute>;
}
