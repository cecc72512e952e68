/** What a person reads for an error of the service: what happened, and what to do next. */
export interface Advice {
	message: string;
	advice: string;
}

/** An error told by the service's code or, where that says nothing, by its words. */
interface TextRule extends Advice {
	text: RegExp;
}

const UPLOAD =
	"Wait For Training with 'Wait For' set to Dataset tells what is the matter with it; or choose another one in 'Datasets'.";
const ROLE =
	"Give it the role 'Cognitive Services Speech Contributor' on the resource; Owner and Contributor do not give access to data, and a new role takes some minutes.";

const INTERNAL: Advice = {
	message: 'The service could not handle the request: it failed inside itself.',
	advice: 'Nothing is wrong with the data. Try again later.',
};

const NO_STANDARD: Advice = {
	message: "The resource's subscription or pricing tier does not allow this.",
	advice:
		'Check in the Azure portal that the key is of a Speech resource with the pricing tier Standard (S0), that the resource is active, and that it is in the region of the credential. A Free (F0) resource or one of another kind can be refused; a change of tier takes some hours.',
};

const NO_ROLE: Advice = { message: 'The identity lacks a role on the resource.', advice: ROLE };

const KEYS_OFF: Advice = {
	message: 'Access by key is switched off on this resource.',
	advice:
		"Use a credential for Microsoft Entra ID ('Authentication'), or have key access (local authentication) switched on again.",
};

const NO_CUSTOM_DOMAIN: Advice = {
	message: 'A token of Microsoft Entra ID is taken only on the custom domain of the resource.',
	advice:
		"Set 'Endpoint' in the credential to the custom domain, such as 'https://my-resource.cognitiveservices.azure.com'; one is made in the Azure portal under Networking. Or use a key.",
};

const WRONG_VERSION: Advice = {
	message: "The host does not take the 'API Version' of the credential.",
	advice: "Choose the other one in the credential's 'API Version'.",
};

const CLOSED_NETWORK: Advice = {
	message: "The resource's network rules do not let n8n in.",
	advice:
		"Allow the address n8n goes out by under Networking of the resource, or reach it through its private endpoint with the custom domain as the credential's 'Endpoint'.",
};

/**
 * What keeps a request from the resource as a whole, by code. Sources: OpenAPI document 2025-10-15 (InvalidSubscription);
 * public issues with real answers of Azure's AI services (PermissionDenied, AuthenticationTypeDisabled);
 * the names that Azure's own version check gives (the others).
 */
export const DOOR_BY_CODE: Record<string, Advice> = {
	InvalidSubscription: NO_STANDARD,
	PermissionDenied: NO_ROLE,
	AuthenticationTypeDisabled: KEYS_OFF,
	UnsupportedApiVersion: WRONG_VERSION,
	InvalidApiVersion: WRONG_VERSION,
	InvalidApiVersionParameter: WRONG_VERSION,
	ApiVersionUnspecified: WRONG_VERSION,
};

/**
 * The same by the words of an answer whose code says nothing. Sources: public issues with real answers of Azure's AI
 * services; Microsoft Learn, "Configure virtual networks" and "Authentication".
 */
export const DOOR_BY_TEXT: TextRule[] = [
	{ text: /lacks the required data action|does not have access to API\/Operation/i, ...NO_ROLE },
	{ text: /only \\?["']?standard\\?["']? subscriptions/i, ...NO_STANDARD },
	{ text: /key[- ]based authentication is disabled|local auth\w* is disabled/i, ...KEYS_OFF },
	{ text: /custom (sub)?-?domain/i, ...NO_CUSTOM_DOMAIN },
	{ text: /virtual network|firewall|public (network )?access is disabled/i, ...CLOSED_NETWORK },
	{ text: /api[- ]version/i, ...WRONG_VERSION },
];

/** By the service's own codes; source: ErrorCode and DetailedErrorCode of the OpenAPI document 2025-10-15. */
export const BY_CODE: Record<string, Advice> = {
	...DOOR_BY_CODE,
	DataImportFailed: {
		message: 'The service could not read the data.',
		advice:
			"Mend what the message names. Data behind an address in 'URL' must open with one anonymous GET request; a SAS must still be valid and allow reading.",
	},
	DeleteNotAllowed: {
		message: 'The service does not allow this to be deleted.',
		advice: 'Something still uses it. Remove what uses it first.',
	},
	DeployingFailedModel: {
		message: 'The model has failed its training, so it cannot be deployed.',
		advice: 'Train it again, or choose another model.',
	},
	DeployNotAllowed: {
		message: 'The service does not allow this model to be deployed.',
		advice: 'Choose another model; some serve batch transcription only.',
	},
	EndpointLoggingNotSupported: {
		message: 'The resource cannot log what an endpoint hears.',
		advice: "Switch 'Content Logging' off, or use a resource with storage of its own.",
	},
	EndpointNotUpdatable: {
		message: 'The endpoint cannot be changed right now.',
		advice: 'Wait until its last change has succeeded, then run again.',
	},
	FailedDataset: {
		message: 'A dataset has failed processing, so nothing can be trained from it.',
		advice: UPLOAD,
	},
	InUseViolation: {
		message: 'The service keeps this because something still uses it.',
		advice: 'A model serves an endpoint, or a dataset belongs to a model. Change that first.',
	},
	InaccessibleCustomerStorage: {
		message: 'The service cannot reach the storage account of this resource.',
		advice: "Check the storage account's network rules and the resource's role on it.",
	},
	InternalCommunicationFailed: INTERNAL,
	InternalServerError: INTERNAL,
	InvalidAdaptationMapping: {
		message: 'The base model cannot be trained with these kinds of dataset.',
		advice: "Let Select Baseline choose the base model for the kinds in 'Datasets'.",
	},
	InvalidBaseModel: {
		message: 'The base model cannot be used for training.',
		advice: "Choose another one in 'Base Model', or let Select Baseline pick the newest that fits.",
	},
	InvalidDataset: { message: 'A dataset cannot be used for this.', advice: UPLOAD },
	InvalidLocale: {
		message: 'The service does not support this locale here.',
		advice: "Choose another one in 'Locale'; base model, datasets and project must share it.",
	},
	InvalidModel: {
		message: 'The model cannot be used for this.',
		advice: "Check in 'Model' that it has succeeded and has not expired.",
	},
	InvalidPermissions: {
		message: 'The key or identity lacks the rights for this.',
		advice: "Give it the role 'Cognitive Services Speech Contributor' on the resource.",
	},
	InvalidProject: {
		message: 'The project cannot be used for this.',
		advice: "Choose in 'Project' one of the same locale.",
	},
	ModelCopyAuthorizationExpired: {
		message: 'The authorization to copy the model has expired.',
		advice:
			'Ask the resource that is to get the model for a new one (models:authorizecopy), and start the copy with that at once.',
	},
	ModelDeprecated: {
		message: 'The model has expired for this use.',
		advice: 'Let Select Baseline pick a base model that can still be trained, and train again.',
	},
	ModelExists: {
		message: 'Such a model already exists.',
		advice: "Choose another 'Name', or use the model that is there.",
	},
	ModelMismatch: {
		message: 'The models do not belong together.',
		advice: 'Use models of the same locale from the same resource.',
	},
	ModelNotDeployable: {
		message: 'The model cannot be deployed.',
		advice: 'Choose another model; some serve batch transcription only.',
	},
	NoUtf8WithBom: {
		message: 'The file is not UTF-8 with a byte order mark.',
		advice: 'Save the text as "UTF-8 with BOM" and upload it again.',
	},
	PipelineError: INTERNAL,
	QuotaViolation: {
		message: 'The resource has reached a limit of its pricing tier.',
		advice: 'Delete what is no longer needed, or move the resource to a higher tier.',
	},
	SkuLimitsExist: {
		message: "The resource's pricing tier does not allow this.",
		advice: 'Free (F0) resources have small limits; a Standard (S0) resource lifts most of them.',
	},
	SubscriptionNotFound: {
		message: 'The service does not know this resource.',
		advice:
			"Check key and region in the credential against the resource's 'Keys and Endpoint' page.",
	},
	UnexpectedError: INTERNAL,
};

/** By HTTP status, where the code tells nothing. */
export const BY_STATUS: Record<number, Advice> = {
	401: {
		message: 'The service does not accept the key or token.',
		advice:
			"Check the credential: a key works only for its own resource and region ('Keys and Endpoint' in the Azure portal), a token only on the resource's custom domain.",
	},
	403: {
		message: 'The key or identity is known but may not do this.',
		advice:
			"Give it the role 'Cognitive Services Speech Contributor', and check the resource's network rules.",
	},
	404: {
		message: 'The service does not have this.',
		advice:
			'It may have been deleted, or belong to another resource or region than the credential.',
	},
	429: {
		message: 'The service is receiving too many requests.',
		advice:
			'The limit of 100 requests in 10 seconds is shared by the whole resource. Run less at once.',
	},
};
