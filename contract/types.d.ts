// Made by `npm run contract:types`. Do not edit.

export type BaseModel = SharedModel & BaseModel1;
export type Status = 'NotStarted' | 'Running' | 'Succeeded' | 'Failed';
export type BaseModelFeatures = SharedModelFeatures & BaseModelFeatures1;
export type OutputFormatType = 'Lexical' | 'Display';
export type DatasetKind =
	| 'Language'
	| 'Acoustic'
	| 'Pronunciation'
	| 'AudioFiles'
	| 'LanguageMarkdown'
	| 'OutputFormatting';
export type BlockKind = 'Committed' | 'Uncommitted' | 'Latest';
export type CustomModel = SharedModel & CustomModel1;
export type CustomModelFeatures = SharedModelFeatures;
export type TextNormalizationKind = 'Default' | 'None';
export type DetailedErrorCode =
	| 'InvalidParameterValue'
	| 'InvalidRequestBodyFormat'
	| 'EmptyRequest'
	| 'MissingInputRecords'
	| 'InvalidDocument'
	| 'ModelVersionIncorrect'
	| 'InvalidDocumentBatch'
	| 'UnsupportedLanguageCode'
	| 'DataImportFailed'
	| 'InUseViolation'
	| 'InvalidLocale'
	| 'InvalidBaseModel'
	| 'InvalidAdaptationMapping'
	| 'InvalidDataset'
	| 'InvalidTest'
	| 'FailedDataset'
	| 'InvalidModel'
	| 'InvalidTranscription'
	| 'InvalidPayload'
	| 'InvalidParameter'
	| 'EndpointWithoutLogging'
	| 'InvalidPermissions'
	| 'InvalidPrerequisite'
	| 'InvalidProductId'
	| 'InvalidSubscription'
	| 'InvalidProject'
	| 'InvalidProjectKind'
	| 'InvalidRecordingsUri'
	| 'OnlyOneOfUrlsOrContainerOrDataset'
	| 'ExceededNumberOfRecordingsUris'
	| 'InvalidChannels'
	| 'ModelMismatch'
	| 'ProjectGenderMismatch'
	| 'ModelDeprecated'
	| 'ModelExists'
	| 'ModelNotDeployable'
	| 'EndpointNotUpdatable'
	| 'SingleDefaultEndpoint'
	| 'EndpointCannotBeDefault'
	| 'InvalidModelUri'
	| 'SubscriptionNotFound'
	| 'QuotaViolation'
	| 'UnsupportedDelta'
	| 'UnsupportedFilter'
	| 'UnsupportedPagination'
	| 'UnsupportedDynamicConfiguration'
	| 'UnsupportedOrderBy'
	| 'NoUtf8WithBom'
	| 'ModelDeploymentNotCompleteState'
	| 'SkuLimitsExist'
	| 'DeployingFailedModel'
	| 'UnsupportedTimeRange'
	| 'InvalidLogDate'
	| 'InvalidLogId'
	| 'InvalidLogStartTime'
	| 'InvalidLogEndTime'
	| 'InvalidTopForLogs'
	| 'InvalidSkipTokenForLogs'
	| 'DeleteNotAllowed'
	| 'Forbidden'
	| 'DeployNotAllowed'
	| 'UnexpectedError'
	| 'InvalidCollection'
	| 'InvalidCallbackUri'
	| 'InvalidSasValidityDuration'
	| 'InaccessibleCustomerStorage'
	| 'UnsupportedClassBasedAdaptation'
	| 'InvalidWebHookEventKind'
	| 'InvalidTimeToLive'
	| 'InvalidSourceAzureResourceId'
	| 'ModelCopyAuthorizationExpired'
	| 'EndpointLoggingNotSupported'
	| 'NoLanguageIdentified'
	| 'MultipleLanguagesIdentified'
	| 'InvalidAudioFormat'
	| 'BadChannelConfiguration'
	| 'InvalidChannelSpecification'
	| 'AudioLengthLimitExceeded'
	| 'EmptyAudioFile';
export type ErrorCode =
	| 'InvalidRequest'
	| 'InvalidArgument'
	| 'InternalServerError'
	| 'ServiceUnavailable'
	| 'NotFound'
	| 'PipelineError'
	| 'Conflict'
	| 'InternalCommunicationFailed'
	| 'Forbidden'
	| 'NotAllowed'
	| 'Unauthorized'
	| 'UnsupportedMediaType'
	| 'TooManyRequests'
	| 'UnprocessableEntity';
export type FileKind =
	| 'DatasetReport'
	| 'Audio'
	| 'LanguageData'
	| 'PronunciationData'
	| 'AcousticDataArchive'
	| 'AcousticDataTranscriptionV2'
	| 'Transcription'
	| 'TranscriptionReport'
	| 'EvaluationDetails'
	| 'ModelReport'
	| 'OutputFormattingData';
export type LanguageIdentificationMode = 'Continuous' | 'Single';
export type PunctuationMode = 'None' | 'Dictated' | 'Automatic' | 'DictatedAndAutomatic';
export type ProfanityFilterMode = 'None' | 'Removed' | 'Tags' | 'Masked';

export interface SharedModel {
	self?: string;
	locale: string;
	displayName: string;
	description?: string;
	lastActionDateTime?: string;
	status?: Status;
	createdDateTime?: string;
}
export interface BaseModel1 {
	links?: BaseModelLinks;
	properties?: BaseModelProperties;
}
export interface BaseModelLinks {
	manifest?: string;
}
export interface BaseModelProperties {
	deprecationDates?: BaseModelDeprecationDates;
	features?: BaseModelFeatures;
	/**
	 * True when training from this base model is billed.
	 */
	chargeForAdaptation?: boolean;
}
export interface BaseModelDeprecationDates {
	/**
	 * Last date for training from this base model.
	 */
	adaptationDateTime?: string;
	/**
	 * Last date for recognition with this base model.
	 */
	transcriptionDateTime?: string;
}
export interface SharedModelFeatures {
	/**
	 * Usable in batch jobs (POST /transcriptions:submit).
	 */
	supportsTranscriptionsSubmit?: boolean;
	/**
	 * Usable in fast transcription (POST /transcriptions:transcribe).
	 */
	supportsTranscriptionsTranscribe?: boolean;
	/**
	 * Usable in a custom endpoint.
	 */
	supportsEndpoints?: boolean;
	/**
	 * Usable in a container; may turn true later for an existing model.
	 */
	supportsTranscriptionsOnSpeechContainers?: boolean;
	supportedOutputFormats?: OutputFormatType[];
}
export interface BaseModelFeatures1 {
	/**
	 * Dataset kinds that may train from this base model.
	 */
	supportsAdaptationsWith?: DatasetKind[];
}
export interface CommitBlocksEntry {
	kind?: BlockKind;
	/**
	 * Base64 block id as used at upload.
	 */
	id?: string;
}
export interface CustomModel1 {
	links?: CustomModelLinks;
	properties?: CustomModelProperties;
	project?: EntityReference;
	baseModel?: EntityReference;
	datasets?: EntityReference[];
	/**
	 * At most 10 entries; key at most 64 characters, value at most 256.
	 */
	customProperties?: {
		[k: string]: string;
	};
}
export interface CustomModelLinks {
	copy?: string;
	files?: string;
	manifest?: string;
}
export interface CustomModelProperties {
	/**
	 * Share of the custom model, 1 to 100; the rest is the base model. Chosen by the service when left out.
	 */
	customModelWeightPercent?: number;
	deprecationDates?: CustomModelDeprecationDates;
	features?: CustomModelFeatures;
	error?: EntityError;
}
export interface CustomModelDeprecationDates {
	/**
	 * Last date for recognition with this custom model.
	 */
	transcriptionDateTime?: string;
}
export interface EntityError {
	code?: string;
	message?: string;
}
export interface EntityReference {
	self: string;
}
export interface Dataset {
	links?: DatasetLinks;
	properties?: DatasetProperties;
	kind: DatasetKind;
	self?: string;
	displayName: string;
	description?: string;
	/**
	 * URL to import from. Leave out to upload blocks.
	 */
	contentUrl?: string;
	/**
	 * At most 10 entries; key at most 64 characters, value at most 256.
	 */
	customProperties?: {
		[k: string]: string;
	};
	locale: string;
	project?: EntityReference;
	lastActionDateTime?: string;
	status?: Status;
	createdDateTime?: string;
}
export interface DatasetLinks {
	files?: string;
	commitBlocks?: string;
	listBlocks?: string;
	uploadBlocks?: string;
}
export interface DatasetProperties {
	textNormalizationKind?: TextNormalizationKind;
	acceptedLineCount?: number;
	rejectedLineCount?: number;
	error?: EntityError;
	/**
	 * Audio length; never above 2^53-1.
	 */
	durationMilliseconds?: number;
}
export interface DatasetLocales {
	Language?: string[];
	Acoustic?: string[];
	Pronunciation?: string[];
	AudioFiles?: string[];
	LanguageMarkdown?: string[];
	OutputFormatting?: string[];
}
export interface DatasetUpdate {
	displayName?: string;
	description?: string;
	/**
	 * At most 10 entries; key at most 64 characters, value at most 256.
	 */
	customProperties?: {
		[k: string]: string;
	};
	project?: EntityReference;
}
export interface DiarizationProperties {
	enabled?: boolean;
	maxSpeakers?: number;
}
export interface EditsSummary {
	numberOfEdits?: number;
	percentageOfAllEdits?: number;
}
export interface Endpoint {
	links?: EndpointLinks;
	properties?: EndpointProperties;
	self?: string;
	displayName: string;
	description?: string;
	model?: EntityReference;
	locale: string;
	/**
	 * At most 10 entries; key at most 64 characters, value at most 256.
	 */
	customProperties?: {
		[k: string]: string;
	};
	lastActionDateTime?: string;
	status?: Status;
	createdDateTime?: string;
	project?: EntityReference;
}
export interface EndpointLinks {
	/**
	 * Endpoint for the Speech SDK.
	 */
	webSocket?: string;
}
export interface EndpointProperties {
	/**
	 * Content logging of audio and transcripts.
	 */
	loggingEnabled?: boolean;
	error?: EntityError;
}
export interface EndpointPropertiesUpdate {
	/**
	 * Update name of loggingEnabled.
	 */
	contentLoggingEnabled?: boolean;
}
export interface EndpointUpdate {
	model?: EntityReference;
	properties?: EndpointPropertiesUpdate;
	displayName?: string;
	description?: string;
	/**
	 * At most 10 entries; key at most 64 characters, value at most 256.
	 */
	customProperties?: {
		[k: string]: string;
	};
	project?: EntityReference;
}
/**
 * Error envelope; sits at the top level of the body.
 *
 * This interface was referenced by `Definitions`'s JSON-Schema
 * via the `definition` "Error".
 */
export interface Error {
	code?: ErrorCode;
	details?: Error[];
	message?: string;
	target?: string;
	innerError?: InnerError;
}
/**
 * Nested cause; details is a string map here, not an array.
 *
 * This interface was referenced by `Definitions`'s JSON-Schema
 * via the `definition` "InnerError".
 */
export interface InnerError {
	code?: DetailedErrorCode;
	details?: {
		[k: string]: string;
	};
	message?: string;
	target?: string;
	innerError?: InnerError;
}
export interface Evaluation {
	model1: EntityReference;
	model2: EntityReference;
	transcription1?: EntityReference;
	transcription2?: EntityReference;
	dataset: EntityReference;
	links?: EvaluationLinks;
	properties?: EvaluationProperties;
	self?: string;
	lastActionDateTime?: string;
	status?: Status;
	createdDateTime?: string;
	displayName: string;
	description?: string;
	/**
	 * At most 10 entries; key at most 64 characters, value at most 256.
	 */
	customProperties?: {
		[k: string]: string;
	};
	locale: string;
	project?: EntityReference;
}
export interface EvaluationLinks {
	files?: string;
}
export interface EvaluationProperties {
	wordErrorRate1?: number;
	wordCount1?: number;
	correctWordCount1?: number;
	wordSubstitutionCount1?: number;
	wordDeletionCount1?: number;
	wordInsertionCount1?: number;
	tokenErrorRate1?: number;
	tokenCount1?: number;
	correctTokenCount1?: number;
	tokenSubstitutionCount1?: number;
	tokenDeletionCount1?: number;
	tokenInsertionCount1?: number;
	sentenceErrorRate1?: number;
	sentenceCount1?: number;
	wordErrorRate2?: number;
	wordCount2?: number;
	correctWordCount2?: number;
	wordSubstitutionCount2?: number;
	wordDeletionCount2?: number;
	wordInsertionCount2?: number;
	tokenErrorRate2?: number;
	tokenCount2?: number;
	correctTokenCount2?: number;
	tokenSubstitutionCount2?: number;
	tokenDeletionCount2?: number;
	tokenInsertionCount2?: number;
	sentenceErrorRate2?: number;
	sentenceCount2?: number;
	error?: EntityError;
	tokenErrors1?: TokenErrorDetails;
	tokenErrors2?: TokenErrorDetails;
}
export interface TokenErrorDetails {
	punctuation?: EditsSummary;
	capitalization?: EditsSummary;
	inverseTextNormalization?: EditsSummary;
	lexical?: EditsSummary;
	others?: EditsSummary;
}
export interface EvaluationUpdate {
	displayName?: string;
	description?: string;
	/**
	 * At most 10 entries; key at most 64 characters, value at most 256.
	 */
	customProperties?: {
		[k: string]: string;
	};
	project?: EntityReference;
}
export interface File {
	kind?: FileKind;
	links?: FileLinks;
	createdDateTime?: string;
	properties?: FileProperties;
	name?: string;
	self?: string;
}
export interface FileLinks {
	contentUrl?: string;
}
export interface FileProperties {
	size?: number;
	durationMilliseconds?: number;
}
export interface LanguageIdentificationProperties {
	mode?: LanguageIdentificationMode;
	candidateLocales: string[];
	speechModelMapping?: {
		[k: string]: EntityReference;
	};
}
export interface ModelCopyAuthorization {
	targetResourceRegion: string;
	targetResourceId: string;
	/**
	 * Base URL of the target; the custom domain one where used.
	 */
	targetResourceEndpoint: string;
	sourceResourceId: string;
	expirationDateTime: string;
	id: string;
}
export interface ModelCopyAuthorizationDefinition {
	/**
	 * Azure resource id of the source Speech resource.
	 */
	sourceResourceId: string;
}
export interface ModelFile {
	name?: string;
	contentUrl?: string;
}
export interface ModelManifest {
	model: EntityReference;
	modelFiles: ModelFile[];
	properties: {
		[k: string]: unknown;
	};
}
export interface ModelUpdate {
	displayName?: string;
	description?: string;
	/**
	 * At most 10 entries; key at most 64 characters, value at most 256.
	 */
	customProperties?: {
		[k: string]: string;
	};
	project?: EntityReference;
}
export interface Operation {
	id: string;
	result?: OperationResult;
	error?: EntityError;
	self?: string;
	lastActionDateTime?: string;
	status?: Status;
	createdDateTime?: string;
}
export interface OperationResult {
	/**
	 * URL of the produced entity.
	 */
	link?: string;
}
export interface PaginatedBaseModels {
	/**
	 * One page. Deleting entities while paging skips some; collect first, then delete.
	 */
	values?: BaseModel[];
	/**
	 * URL of the next page; absent or null on the last one.
	 */
	'@nextLink'?: string;
}
export interface PaginatedCustomModels {
	/**
	 * One page. Deleting entities while paging skips some; collect first, then delete.
	 */
	values?: CustomModel[];
	/**
	 * URL of the next page; absent or null on the last one.
	 */
	'@nextLink'?: string;
}
export interface PaginatedDatasets {
	/**
	 * One page. Deleting entities while paging skips some; collect first, then delete.
	 */
	values?: Dataset[];
	/**
	 * URL of the next page; absent or null on the last one.
	 */
	'@nextLink'?: string;
}
export interface PaginatedEndpoints {
	/**
	 * One page. Deleting entities while paging skips some; collect first, then delete.
	 */
	values?: Endpoint[];
	/**
	 * URL of the next page; absent or null on the last one.
	 */
	'@nextLink'?: string;
}
export interface PaginatedEvaluations {
	/**
	 * One page. Deleting entities while paging skips some; collect first, then delete.
	 */
	values?: Evaluation[];
	/**
	 * URL of the next page; absent or null on the last one.
	 */
	'@nextLink'?: string;
}
export interface PaginatedFiles {
	/**
	 * One page. Deleting entities while paging skips some; collect first, then delete.
	 */
	values?: File[];
	/**
	 * URL of the next page; absent or null on the last one.
	 */
	'@nextLink'?: string;
}
export interface PaginatedProjects {
	/**
	 * One page. Deleting entities while paging skips some; collect first, then delete.
	 */
	values?: Project[];
	/**
	 * URL of the next page; absent or null on the last one.
	 */
	'@nextLink'?: string;
}
export interface Project {
	links?: ProjectLinks;
	self?: string;
	displayName: string;
	description?: string;
	locale: string;
	/**
	 * At most 10 entries; key at most 64 characters, value at most 256.
	 */
	customProperties?: {
		[k: string]: string;
	};
	createdDateTime?: string;
	/**
	 * Foundry project tied to this project.
	 */
	foundryProjectName?: string;
}
export interface ProjectLinks {
	evaluations?: string;
	datasets?: string;
	models?: string;
	endpoints?: string;
	transcriptions?: string;
}
export interface PaginatedTranscriptions {
	/**
	 * One page. Deleting entities while paging skips some; collect first, then delete.
	 */
	values?: Transcription[];
	/**
	 * URL of the next page; absent or null on the last one.
	 */
	'@nextLink'?: string;
}
export interface Transcription {
	links?: TranscriptionLinks;
	properties: TranscriptionProperties;
	self?: string;
	model?: EntityReference;
	dataset?: EntityReference;
	/**
	 * At most 1000 URLs; never returned.
	 */
	contentUrls?: string[];
	contentContainerUrl?: string;
	locale: string;
	displayName: string;
	description?: string;
	/**
	 * At most 10 entries; key at most 64 characters, value at most 256.
	 */
	customProperties?: {
		[k: string]: string;
	};
	project?: EntityReference;
	lastActionDateTime?: string;
	status?: Status;
	createdDateTime?: string;
}
export interface TranscriptionLinks {
	files?: string;
}
export interface TranscriptionProperties {
	wordLevelTimestampsEnabled?: boolean;
	displayFormWordLevelTimestampsEnabled?: boolean;
	channels?: number[];
	destinationContainerUrl?: string;
	punctuationMode?: PunctuationMode;
	profanityFilterMode?: ProfanityFilterMode;
	error?: EntityError;
	diarization?: DiarizationProperties;
	languageIdentification?: LanguageIdentificationProperties;
	/**
	 * 6 hours to 31 days after completion; 48 is the usual choice.
	 */
	timeToLiveHours: number;
	durationMilliseconds?: number;
}
export interface PaginatedWebHooks {
	/**
	 * One page. Deleting entities while paging skips some; collect first, then delete.
	 */
	values?: WebHook[];
	/**
	 * URL of the next page; absent or null on the last one.
	 */
	'@nextLink'?: string;
}
export interface WebHook {
	/**
	 * Target of the callbacks (POST).
	 */
	webUrl: string;
	links?: WebHookLinks;
	properties?: WebHookProperties;
	self?: string;
	displayName: string;
	description?: string;
	events: WebHookEvents;
	createdDateTime?: string;
	lastActionDateTime?: string;
	status?: Status;
	/**
	 * At most 10 entries; key at most 64 characters, value at most 256.
	 */
	customProperties?: {
		[k: string]: string;
	};
}
export interface WebHookLinks {
	ping?: string;
	test?: string;
}
export interface WebHookProperties {
	error?: EntityError;
	/**
	 * API version at creation; fixes the payload shape of callbacks.
	 */
	apiVersion?: string;
	/**
	 * HMAC-SHA256 key for the X-MicrosoftSpeechServices-Signature header.
	 */
	secret?: string;
}
export interface WebHookEvents {
	datasetCreation?: boolean;
	datasetProcessing?: boolean;
	datasetCompletion?: boolean;
	datasetDeletion?: boolean;
	modelCreation?: boolean;
	modelProcessing?: boolean;
	modelCompletion?: boolean;
	modelDeletion?: boolean;
	evaluationCreation?: boolean;
	evaluationProcessing?: boolean;
	evaluationCompletion?: boolean;
	evaluationDeletion?: boolean;
	transcriptionCreation?: boolean;
	transcriptionProcessing?: boolean;
	transcriptionCompletion?: boolean;
	transcriptionDeletion?: boolean;
	endpointCreation?: boolean;
	endpointProcessing?: boolean;
	endpointCompletion?: boolean;
	endpointDeletion?: boolean;
	ping?: boolean;
	challenge?: boolean;
}
export interface ProjectUpdate {
	displayName?: string;
	description?: string;
	/**
	 * At most 10 entries; key at most 64 characters, value at most 256.
	 */
	customProperties?: {
		[k: string]: string;
	};
	/**
	 * Foundry project tied to this project.
	 */
	foundryProjectName?: string;
}
export interface ResponseBlock {
	name?: string;
	size?: number;
}
export interface UploadedBlocks {
	committedBlocks?: ResponseBlock[];
	uncommittedBlocks?: ResponseBlock[];
}
export interface WebHookPropertiesUpdate {
	/**
	 * Left out or empty: later callbacks carry no signature.
	 */
	secret?: string;
}
export interface WebHookUpdate {
	/**
	 * A changed URL stops delivery until a new challenge is answered.
	 */
	webUrl?: string;
	properties?: WebHookPropertiesUpdate;
	events?: WebHookEvents;
	displayName?: string;
	description?: string;
	/**
	 * At most 10 entries; key at most 64 characters, value at most 256.
	 */
	customProperties?: {
		[k: string]: string;
	};
}
