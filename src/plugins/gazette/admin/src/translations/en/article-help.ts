import { publicationHelp, SLUG } from './publication-help';

/** Help texts of an article. */
export const articleHelp = {
  title: 'Short, and clear by itself: it stands in lists, feeds and search results.',
  slug: SLUG,
  kicker: 'A short line above the title, such as Feature. Optional.',
  lead: 'One or two sentences, shown in lists and feeds.',
  cover: 'The image at the head, shown in lists too. With an image, its description is required to publish.',
  body: 'Each block is a part of the text: paragraphs, images, tables, video, quotes. Drag to reorder.',
  topics: 'Choose the most precise topic: the article appears under its parents by itself.',
  dossiers: 'The running story that this article continues.',
  tags: 'Keywords that lead to articles on the same matter. Use existing tags where you can.',
  authorships: 'The author and the position held when writing. An empty position takes the present one.',
  byline: 'As printed; when given, it is shown instead of the authors.',
  source: 'Where it was published first, when it is taken from another paper or authority.',
  directives: 'Documents that the article is about. Those whose symbol stands in the text are found by the software.',
  resolutions: 'Resolutions that the article is about.',
  related: 'What to read next.',
  ...publicationHelp,
  featured: 'Marks the article for the place of honour on the website.',
  allowRating: 'Switch off to take no ratings from readers for this article.',
  pinnedUntil: 'The website keeps the article on top until then. Empty when it is not pinned.',
};
