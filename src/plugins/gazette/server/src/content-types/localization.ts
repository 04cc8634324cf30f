import type { AttributePluginOptions } from './schema-types';

/** An attribute with a value of its own in each locale. */
export const localized: { pluginOptions: AttributePluginOptions } = { pluginOptions: { i18n: { localized: true } } };

/** An attribute whose value is that of the default locale, everywhere. */
export const shared: { pluginOptions: AttributePluginOptions } = { pluginOptions: { i18n: { localized: false } } };
