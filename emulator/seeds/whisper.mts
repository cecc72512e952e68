/**
 * What a Whisper base model can be used for: batch transcription, never an endpoint. It is trained with audio and
 * transcripts alone and tells the displayed text alone; source: Microsoft Learn, "Create a batch transcription".
 */
const whisperFeatures = {
	supportsAdaptationsWith: ['Acoustic'],
	supportsEndpoints: false,
	supportedOutputFormats: ['Display'],
};

export { whisperFeatures };
