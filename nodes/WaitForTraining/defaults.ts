/** Training with audio may take 7 days (Microsoft's answer on Azure-Samples/cognitive-services-speech-sdk, issue 918). */
export const DEFAULT_GIVE_UP_DAYS = 8;
