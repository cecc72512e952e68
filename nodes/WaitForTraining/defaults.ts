/**
 * The longest figure named for a training with audio is 7 days (Microsoft's answer on
 * Azure-Samples/cognitive-services-speech-sdk, issue 918); "Training and testing datasets" says several days.
 */
export const DEFAULT_GIVE_UP_DAYS = 8;
