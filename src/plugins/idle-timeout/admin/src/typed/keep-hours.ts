/** What the server said last; until it has, its default. */
let hours = 72;

/** For how many hours typed text is kept; 0 keeps nothing. */
export const keepHours = (): number => hours;

export const setKeepHours = (value: number): void => {
  hours = value;
};
