/** What a person reads for an error of the service: what happened, and what to do next. */
interface Advice {
	message: string;
	advice: string;
}

const UPLOAD =
	"Wait For Training with 'Wait For' set to Dataset tells what is the matter with it; or choose another one in 'Datasets'.";

/**
 * By the service's own codes (ErrorCode and DetailedErrorCode of the OpenAPI document 2025-10-15).
 * A code that is not here is shown with the service's own text.
 */
const BY_CODE: Record<string, Advice> = {
	DeleteNotAllowed: {
		message: 'The service does not allow this to be deleted.',
		advice: 'Something still uses it. Remove what uses it first.',
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
		advice: "Choose one from the list of 'Locale'; base model, datasets and project must share it.",
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
	InvalidSubscription: {
		message: "The resource's subscription does not allow this.",
		advice: 'Check in the Azure portal that the Speech resource is active.',
	},
	ModelDeprecated: {
		message: 'The model has expired for this use.',
		advice: 'Let Select Baseline pick a base model that can still be trained, and train again.',
	},
	ModelExists: {
		message: 'Such a model already exists.',
		advice: "Set 'If Already Trained' to use it, or choose another 'Name'.",
	},
	ModelMismatch: {
		message: 'The models do not belong together.',
		advice: 'Use models of the same locale from the same resource.',
	},
	NoUtf8WithBom: {
		message: 'The file is not UTF-8 with a byte order mark.',
		advice: 'Save the text as "UTF-8 with BOM" and upload it again.',
	},
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
};

const CODES = new Map(Object.entries(BY_CODE));

const BY_STATUS: Record<number, Advice> = {
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

/**
 * The sentences for an error answer.
 *
 * @param status HTTP status.
 * @param code The innermost code the service gave.
 * @param message The service's own text, cleaned.
 */
export function explainError(status: number, code: string | null, message: string | null): Advice {
	const known = (code && CODES.get(code)) || BY_STATUS[status];
	const said = message
		? `The service said: ${message}`
		: `The service answered with status ${status}.`;
	if (known) {
		return { message: known.message, advice: `${known.advice} ${said}${code ? ` (${code})` : ''}` };
	}
	if (status >= 500) {
		return {
			message: 'The service could not handle the request.',
			advice: `Try again later. ${said}`,
		};
	}
	return {
		message: message ?? `The service refused the request with status ${status}.`,
		advice: `Check the fields of the node against the message${code ? ` (${code})` : ''}.`,
	};
}
