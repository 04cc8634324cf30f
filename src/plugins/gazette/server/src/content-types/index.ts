import * as article from './article';
import * as directive from './directive';
import * as resolution from './resolution';
import * as issuer from './issuer';
import * as topic from './topic';
import * as dossier from './dossier';
import * as tag from './tag';
import * as author from './author';
import * as page from './page';
import * as site from './site';

/** The content types of the plugin, by singular name; their uids are `plugin::gazette.<name>`. */
export const contentTypes = {
  article: { schema: article.schema },
  directive: { schema: directive.schema },
  resolution: { schema: resolution.schema },
  issuer: { schema: issuer.schema },
  topic: { schema: topic.schema },
  dossier: { schema: dossier.schema },
  tag: { schema: tag.schema },
  author: { schema: author.schema },
  page: { schema: page.schema },
  site: { schema: site.schema },
};
