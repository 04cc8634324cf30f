/** How deep a tree of topics, issuers or pages may be, its root counted. */
export const MAX_TREE_LEVELS = 8;
