import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { proposeRelations } from '../relations-from-text';
import { inEditorLanguage } from '../rules/editor-errors';
import { editorLanguage } from '../rules/language';
import { readRelationsInput } from './relations-input';

/** Relations read from a text, for an editor to accept or not. Nothing is saved. */
export const relationsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  propose(ctx: Context) {
    return inEditorLanguage(strapi, async () => {
      const { symbol, text } = readRelationsInput(ctx.request.body, editorLanguage(strapi));
      ctx.body = { data: proposeRelations(text, symbol) };
    });
  },
});
