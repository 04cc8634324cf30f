export { attachRatings } from './attach-ratings';
export { followRatings } from './follow-ratings';
export { openBalance } from './opening-balances';
