/** Recognising five hours of speech twice, the most Microsoft recommends for a test, with room to spare. */
export const DEFAULT_GIVE_UP_DAYS = 3;
