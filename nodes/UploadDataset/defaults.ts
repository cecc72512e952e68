/** An archive of 2 GB may be processed for hours; nothing is lost by waiting longer. */
export const DEFAULT_GIVE_UP_DAYS = 2;

/** Of all lines, in percent, that the service may reject before the item counts as failed. */
export const DEFAULT_MOST_REJECTED = 10;
