import { helpId, LOCKED_HELP_ID } from '../translations/messages';
import { componentHelp, typeHelp } from '../translations/en/help';
import type { EditField, EditLayout, EditRow, HelpRenderer } from './layout-types';

const TRANSLATION = 'gazette.translation';

const HELP_IDS = new Set([
  ...Object.entries(typeHelp).flatMap(([type, texts]) => Object.keys(texts).map((name) => helpId(type, name))),
  ...Object.entries(componentHelp).flatMap(([component, texts]) =>
    Object.keys(texts).map((name) => helpId(`gazette.${component}`, name)),
  ),
]);

const isLocalized = (field: EditField): boolean => field.attribute.pluginOptions?.i18n?.localized === true;

/** Components that hold values of the locale itself, directly or inside another component. */
const localizedComponents = (layout: EditLayout): Set<string> => {
  const found = new Set<string>();
  const visit = ({ attribute }: EditField): void => {
    const uids = attribute.component === undefined ? (attribute.components ?? []) : [attribute.component];
    for (const uid of uids) {
      if (found.has(uid)) continue;
      found.add(uid);
      layout.components[uid]?.layout.flat().forEach(visit);
    }
  };
  layout.layout.flat(2).filter(isLocalized).forEach(visit);
  return found;
};

/** An administrator's own description, written in "Configure the view", stays. */
const withHelp = (field: EditField, id: string, help: HelpRenderer): EditField => {
  if (field.attribute.type === 'component') {
    return { ...field, labelAction: help.besideLabel(id, field.labelAction) };
  }
  return field.hint ? field : { ...field, hint: help.hint(id) };
};

const lock = (field: EditField, help: HelpRenderer): EditField =>
  withHelp({ ...field, disabled: true, hint: undefined }, LOCKED_HELP_ID, help);

/**
 * The edit view of one of gazette's types with its help texts. In a locale other than the default (`locked`), what is
 * not localized is read-only and says so. A type of any other plugin comes back as it is.
 */
export const decorateLayout = (layout: EditLayout, locked: boolean, help: HelpRenderer): EditLayout => {
  const gazette = layout.options.gazette;
  if (gazette === undefined) return layout;

  const locks = locked && layout.options.i18n?.localized === true;
  const open = locks ? localizedComponents(layout) : null;

  const decorate = (field: EditField): EditField => {
    if (locks && !isLocalized(field)) return lock(field, help);
    const id = helpId(gazette.type, field.name);
    const helped = HELP_IDS.has(id) ? withHelp(field, id, help) : field;
    return field.name === 'issuer' ? { ...helped, required: true } : helped;
  };

  const decorateComponent = (uid: string, rows: EditRow[]): EditRow[] => {
    if (open !== null && !open.has(uid)) {
      return rows.map((row) => row.map((field) => ({ ...field, disabled: true })));
    }
    const used = uid === TRANSLATION ? ['locale', ...(gazette.translated ?? [])] : null;
    return rows
      .map((row) =>
        row
          .filter((field) => used === null || used.includes(field.name))
          .map((field) => {
            const id = helpId(uid, field.name);
            return HELP_IDS.has(id) ? withHelp(field, id, help) : field;
          }),
      )
      .filter((row) => row.length > 0);
  };

  return {
    ...layout,
    layout: layout.layout.map((panel) => panel.map((row) => row.map(decorate))),
    components: Object.fromEntries(
      Object.entries(layout.components).map(([uid, component]) => [
        uid,
        { ...component, layout: decorateComponent(uid, component.layout) },
      ]),
    ),
  };
};
