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
	"To see why, run Wait For Training with 'Wait For' set to Dataset. Or choose another one in 'Datasets'.";
const ROLE =
	"Assign it the role 'Cognitive Services Speech Contributor' on the resource. Owner and Contributor don't include data access. A new role takes a few minutes to apply.";

const INTERNAL: Advice = {
	message: 'The service could not handle the request because of an internal error.',
	advice: 'Your data is not the cause. Try again later.',
};

const NO_STANDARD: Advice = {
	message: "The resource's subscription or pricing tier does not allow this.",
	advice:
		'In the Azure portal, make sure that the key belongs to an active Speech resource with the pricing tier Standard (S0), in the region of the credential. Free (F0) resources and other kinds of resource can be refused. A change of tier takes a few hours.',
};

const NO_ROLE: Advice = { message: 'The identity lacks a role on the resource.', advice: ROLE };

const KEYS_OFF: Advice = {
	message: 'Key access is disabled on this resource.',
	advice:
		"Set 'Authentication' to Microsoft Entra ID (OAuth2), or enable key access (local authentication) on the resource.",
};

const NO_CUSTOM_DOMAIN: Advice = {
	message: 'Microsoft Entra ID works only with the custom domain of the resource.',
	advice:
		"Set 'Endpoint' in the credential to the custom domain, such as 'https://my-resource.cognitiveservices.azure.com'. To create one, open Networking in the Azure portal. Or use a key.",
};

const WRONG_VERSION: Advice = {
	message: "The host does not support the 'API Version' of the credential.",
	advice: "Choose the other 'API Version' in the credential.",
};

const CLOSED_NETWORK: Advice = {
	message: 'The network rules of the resource do not allow n8n.',
	advice:
		"Under Networking of the resource, allow the outbound IP address of n8n. Or use its private endpoint, with the custom domain as 'Endpoint' in the credential.",
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
			"Fix what the message describes. A URL in 'URL' must open with one anonymous GET request. A SAS token must still be valid and allow reading.",
	},
	DeleteNotAllowed: {
		message: 'Azure does not allow this to be deleted.',
		advice: 'Something still uses it. Remove what uses it first.',
	},
	DeployingFailedModel: {
		message: 'The training of the model failed, so it cannot be deployed.',
		advice: 'Train it again, or choose another model.',
	},
	DeployNotAllowed: {
		message: 'Azure does not allow this model to be deployed.',
		advice: 'Choose another model. Some are for batch transcription only.',
	},
	EndpointLoggingNotSupported: {
		message: 'The resource does not support content logging for endpoints.',
		advice: "Turn off 'Content Logging', or use a resource that supports it.",
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
		message: 'This cannot be deleted because something still uses it.',
		advice:
			'An endpoint still uses the model, or a model still uses the dataset. Change that first.',
	},
	InaccessibleCustomerStorage: {
		message: 'The service cannot reach the storage account of this resource.',
		advice: "Check the storage account's network rules and the resource's role on it.",
	},
	InternalCommunicationFailed: INTERNAL,
	InternalServerError: INTERNAL,
	InvalidAdaptationMapping: {
		message: 'The base model cannot be trained with these kinds of dataset.',
		advice: "Let Select Baseline choose a base model for the kinds in 'Datasets'.",
	},
	InvalidBaseModel: {
		message: 'The base model cannot be used for training.',
		advice:
			"Choose another one in 'Base Model', or let Select Baseline find the newest one that fits.",
	},
	InvalidDataset: { message: 'A dataset cannot be used for this.', advice: UPLOAD },
	InvalidLocale: {
		message: 'The service does not support this locale here.',
		advice:
			"Choose another locale in 'Locale'. Base model, datasets and project must have the same locale.",
	},
	InvalidModel: {
		message: 'The model cannot be used for this.',
		advice: "Make sure that 'Model' is a model whose training succeeded and that has not expired.",
	},
	InvalidPermissions: {
		message: 'The key or identity does not have permission for this.',
		advice: "Assign it the role 'Cognitive Services Speech Contributor' on the resource.",
	},
	InvalidProject: {
		message: 'The project cannot be used for this.',
		advice: "In 'Project', choose one with the same locale.",
	},
	ModelCopyAuthorizationExpired: {
		message: 'The authorization to copy the model has expired.',
		advice:
			'Request a new one from the target resource (models:authorizecopy), and start the copy right away.',
	},
	ModelDeprecated: {
		message: 'The model has expired for this use.',
		advice: 'Let Select Baseline find a base model that can still be trained, and train again.',
	},
	ModelExists: {
		message: 'This model already exists.',
		advice: "Choose another 'Name', or use the existing model.",
	},
	ModelMismatch: {
		message: 'The models cannot be used together.',
		advice: 'Use models with the same locale from the same resource.',
	},
	ModelNotDeployable: {
		message: 'The model cannot be deployed.',
		advice: 'Choose another model. Some are for batch transcription only.',
	},
	NoUtf8WithBom: {
		message: 'The file is not UTF-8 with a byte order mark.',
		advice: 'Save the text as "UTF-8 with BOM" and upload it again.',
	},
	PipelineError: INTERNAL,
	QuotaViolation: {
		message: 'The resource has reached a limit of its pricing tier.',
		advice: 'Delete what you no longer need, or move the resource to a higher tier.',
	},
	SkuLimitsExist: {
		message: "The resource's pricing tier does not allow this.",
		advice: 'Free (F0) resources have low limits. A Standard (S0) resource has higher ones.',
	},
	SubscriptionNotFound: {
		message: 'The service does not know this resource.',
		advice:
			"Compare the key and region in the credential with the resource's 'Keys and Endpoint' page.",
	},
	UnexpectedError: INTERNAL,
};

/** By HTTP status, where the code tells nothing. */
export const BY_STATUS: Record<number, Advice> = {
	401: {
		message: 'The service does not accept the key or token.',
		advice:
			"Check the credential. A key works only for its own resource and region ('Keys and Endpoint' in the Azure portal), a token only with the resource's custom domain.",
	},
	403: {
		message: 'The key or identity is valid but not allowed to do this.',
		advice:
			"Assign it the role 'Cognitive Services Speech Contributor', and check the network rules of the resource.",
	},
	404: {
		message: 'Azure does not have this.',
		advice:
			'It may have been deleted, or it belongs to another resource or region than the credential.',
	},
	429: {
		message: 'The service is receiving too many requests.',
		advice:
			'The limit of 100 requests in 10 seconds applies to the whole resource. Run fewer executions at the same time.',
	},
};
