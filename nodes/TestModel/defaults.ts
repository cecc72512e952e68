/** Recognising five hours of speech twice, the most Microsoft recommends for a test, with room to spare. */
export const DEFAULT_GIVE_UP_DAYS = 3;

/** How many of the worst recordings are told when nothing is typed. */
export const DEFAULT_WORST = 10;

/** Fewer words than this and one misheard sentence decides. */
export const DEFAULT_MINIMUM_WORDS = 1_000;
