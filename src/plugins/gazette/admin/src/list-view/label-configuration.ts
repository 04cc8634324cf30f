import { apiActionOf, isRecord, type StoreMiddleware } from '../store/api-action';
import { interfaceLanguage } from '../store/interface-language';
import { messageIn, messagesUnder } from '../translations/loaded';

const labelled = (settings: unknown, attribute: string, id: string, language: string): unknown => {
  if (!isRecord(settings) || typeof settings.label !== 'string') return settings;
  // Any other text is an administrator's own. One of ours is stored when "Configure the view" is saved.
  const isOurs = settings.label === attribute || messagesUnder(id).includes(settings.label);
  return isOurs ? { ...settings, label: messageIn(language, id) } : settings;
};

/** Where the labels of a content type or component of ours are, by its uid; null for those of others. */
const labelsOf = (uid: string): string | null => {
  if (uid.startsWith('plugin::gazette.')) return `content-manager.content-types.${uid}`;
  return uid.startsWith('gazette.') ? `content-manager.components.${uid}` : null;
};

const withLabelsOfOne = (configuration: unknown, language: string): unknown => {
  if (!isRecord(configuration) || typeof configuration.uid !== 'string') return configuration;
  const prefix = labelsOf(configuration.uid);
  if (prefix === null || !isRecord(configuration.metadatas)) return configuration;
  const metadatas = Object.entries(configuration.metadatas).map(([name, metadata]): [string, unknown] => {
    const id = `${prefix}.${name}`;
    if (!isRecord(metadata) || messagesUnder(id).length === 0) return [name, metadata];
    const { edit, list } = metadata;
    return [name, { ...metadata, edit: labelled(edit, name, id, language), list: labelled(list, name, id, language) }];
  });
  return { ...configuration, metadatas: Object.fromEntries(metadatas) };
};

/**
 * A content type's or component's configuration, with those of the components inside, with labels in place of the names
 * of attributes. Strapi translates the headings of lists and forms by itself; the filters, the choice of columns and
 * "Configure the view" show what the configuration says.
 */
export const withLabels = (answer: unknown, language: string): unknown => {
  if (!isRecord(answer)) return answer;
  const entries = Object.entries(answer).map(([name, part]): [string, unknown] => {
    if (name !== 'components' || !isRecord(part)) return [name, withLabelsOfOne(part, language)];
    const components = Object.entries(part).map(([uid, one]) => [uid, withLabelsOfOne(one, language)]);
    return [name, Object.fromEntries(components)];
  });
  return Object.fromEntries(entries);
};

const CONFIGURATIONS = new Set(['getContentTypeConfiguration', 'getComponentConfiguration']);

/** Puts the labels into a configuration as the admin receives it. */
export const labelConfiguration: StoreMiddleware =
  () =>
  ({ getState }) =>
  (next) =>
  (action) => {
    const request = apiActionOf(action);
    if (request?.phase !== 'fulfilled' || !CONFIGURATIONS.has(request.endpoint)) return next(action);
    return next({ ...action, payload: withLabels(request.payload, interfaceLanguage(getState())) });
  };
