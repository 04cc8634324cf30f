/**
 * A vote. The plugin writes it in transactions of its own, beside the summary that it counts in; nothing else may, so it
 * shows up neither in the Content Manager nor in the Content-Type Builder. No key is kept of whoever may not be known any more.
 */
export const schema = {
  kind: 'collectionType',
  collectionName: 'ratings_votes',
  info: {
    singularName: 'rating',
    pluralName: 'ratings',
    displayName: 'Đánh giá',
    description: 'Phiếu đánh giá của bạn đọc, từ 1 đến 5 điểm',
  },
  options: { draftAndPublish: false },
  pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
  attributes: {
    collection: { type: 'string', required: true },
    /** The documentId of what is rated. */
    target: { type: 'string', required: true },
    score: { type: 'integer', required: true, min: 1, max: 5 },
    voterKey: { type: 'string', private: true },
    /** The documentId of the member's account. */
    member: { type: 'string', private: true },
    origin: { type: 'enumeration', enum: ['visitor', 'member'], required: true },
    /** The day of the first vote, in the plugin's time zone. */
    votedOn: { type: 'date' },
  },
} as const;
