/** Starting an endpoint can take 30 minutes (Microsoft Learn, "Deploy a custom speech model"); a day leaves room for a bad one. */
export const DEFAULT_GIVE_UP_DAYS = 1;
