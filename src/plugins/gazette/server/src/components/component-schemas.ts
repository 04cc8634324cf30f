import type { ComponentSchema } from '../content-types/schema-types';
import { text } from './text';
import { html } from './html';
import { figure } from './figure';
import { gallery } from './gallery';
import { media } from './media';
import { quote } from './quote';
import { source } from './source';
import { authorship } from './authorship';
import { translation } from './translation';
import { correction } from './correction';
import { withdrawal } from './withdrawal';
import { seo } from './seo';
import { signer } from './signer';
import { attachment } from './attachment';
import { legalRelation } from './legal-relation';
import { task } from './task';
import { menu } from './menu';
import { menuItem } from './menu-item';
import { contact } from './contact';

/** The components of the plugin, by the part of their uid after `gazette.`. */
export const componentSchemas: Record<string, ComponentSchema> = {
  text,
  html,
  figure,
  gallery,
  media,
  quote,
  source,
  authorship,
  translation,
  correction,
  withdrawal,
  seo,
  signer,
  attachment,
  'legal-relation': legalRelation,
  task,
  menu,
  'menu-item': menuItem,
  contact,
};
