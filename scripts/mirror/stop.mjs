/** Why the mirror cannot go on, in words for whoever runs it. */
export class Stop extends Error {}
