import { apiActionOf, isRecord, type StoreMiddleware } from '../store/api-action';
import { interfaceLanguage } from '../store/interface-language';
import { messageIn, messagesUnder } from '../translations/loaded';

type Settings = Record<string, unknown>;

const labelled = (settings: unknown, attribute: string, id: string, language: string): unknown => {
  if (!isRecord(settings) || typeof settings.label !== 'string') return settings;
  // Any other text is an administrator's own. One of ours is stored when "Configure the view" is saved.
  const isOurs = settings.label === attribute || messagesUnder(id).includes(settings.label);
  return isOurs ? { ...settings, label: messageIn(language, id) } : settings;
};

/**
 * A content type's configuration with labels in place of the names of attributes. Strapi translates the headings of a
 * list by itself; the filters, the choice of columns and "Configure the view" show what the configuration says.
 */
export const withLabels = (configuration: unknown, language: string): unknown => {
  if (!isRecord(configuration) || !isRecord(configuration.contentType)) return configuration;
  const { uid, metadatas } = configuration.contentType;
  if (typeof uid !== 'string' || !uid.startsWith('plugin::gazette.') || !isRecord(metadatas)) return configuration;
  const relabelled = Object.entries(metadatas).map(([name, metadata]): [string, unknown] => {
    const id = `content-manager.content-types.${uid}.${name}`;
    if (!isRecord(metadata) || messagesUnder(id).length === 0) return [name, metadata];
    const { edit, list }: Settings = metadata;
    return [name, { ...metadata, edit: labelled(edit, name, id, language), list: labelled(list, name, id, language) }];
  });
  return {
    ...configuration,
    contentType: { ...configuration.contentType, metadatas: Object.fromEntries(relabelled) },
  };
};

/** Puts the labels into a configuration as the admin receives it. */
export const labelConfiguration: StoreMiddleware =
  () =>
  ({ getState }) =>
  (next) =>
  (action) => {
    const request = apiActionOf(action);
    if (request?.endpoint !== 'getContentTypeConfiguration' || request.phase !== 'fulfilled') return next(action);
    return next({ ...action, payload: withLabels(request.payload, interfaceLanguage(getState())) });
  };
