import { adviceForJob, explainDoor, explainError } from '../../../nodes/shared/api/errorAdvice';
import { parseErrorBody } from '../../../nodes/shared/api/errorBody';
import { HOLES } from '../failures';

const SAID = 'See https://a.blob.core.windows.net/c/f.zip?sv=1&sig=hidden for it';

function explain(status: number, body: object) {
	const { code, message } = parseErrorBody(JSON.stringify(body));
	return explainError(status, code, message);
}

describe('an error of the service', () => {
	it.each<[string, number, RegExp, RegExp]>([
		['DeleteNotAllowed', 409, /delete/, /Remove what uses it/],
		['EndpointNotUpdatable', 409, /endpoint/, /Wait until/],
		['FailedDataset', 400, /dataset has failed/, /Wait For Training/],
		['InUseViolation', 409, /still uses it/, /Change that first/],
		['InaccessibleCustomerStorage', 400, /storage account/, /network rules/],
		['InvalidAdaptationMapping', 400, /kinds of dataset/, /Select Baseline/],
		['InvalidBaseModel', 400, /base model/, /'Base Model'/],
		['InvalidDataset', 400, /dataset/, /'Datasets'/],
		['InvalidLocale', 400, /locale/, /'Locale'/],
		['InvalidModel', 400, /model/, /'Model'/],
		['InvalidPermissions', 403, /permission/, /Speech Contributor/],
		['InvalidProject', 400, /project/, /'Project'/],
		['InvalidSubscription', 403, /subscription/, /Azure portal/],
		[
			'InternalCommunicationFailed',
			400,
			/could not handle.*internal error/,
			/Your data is not the cause/,
		],
		['PipelineError', 400, /could not handle.*internal error/, /Your data is not the cause/],
		['UnexpectedError', 500, /could not handle.*internal error/, /Try again later/],
		['PermissionDenied', 401, /lacks a role/, /Speech Contributor/],
		['AuthenticationTypeDisabled', 403, /Key access is disabled/, /Entra ID/],
		['ModelCopyAuthorizationExpired', 400, /authorization.*expired/, /authorizecopy/],
		['DataImportFailed', 400, /could not read the data/, /'URL'/],
		['EndpointLoggingNotSupported', 400, /does not support content logging/, /'Content Logging'/],
		['ModelNotDeployable', 400, /cannot be deployed/, /another model/],
		['UnsupportedApiVersion', 400, /'API Version'/, /other 'API Version'/],
		['ModelDeprecated', 400, /expired/, /train again/],
		['ModelExists', 409, /already exists/, /another 'Name'/],
		['ModelMismatch', 400, /models/, /same locale/],
		['NoUtf8WithBom', 400, /byte order mark/, /UTF-8 with BOM/],
		['QuotaViolation', 429, /limit of its pricing tier/, /higher tier/],
		['SkuLimitsExist', 403, /pricing tier/, /S0/],
		['SubscriptionNotFound', 401, /does not know this resource/, /key and region/],
		['Unauthorized', 401, /key or token/, /Check the credential/],
		['Forbidden', 403, /not allowed to do this/, /Speech Contributor/],
		['NotFound', 404, /does not have this/, /deleted/],
		['TooManyRequests', 429, /too many requests/, /Run fewer executions/],
		['InternalServerError', 500, /could not handle/, /Try again later/],
		['ServiceUnavailable', 503, /could not handle/, /Try again later/],
	])('%s (%d) names what happened and one thing to do', (code, status, message, advice) => {
		const inner = { code: 'InvalidRequest', message: 'Bad', innerError: { code, message: SAID } };
		const explained = explain(status, inner);
		expect(explained.message).toMatch(message);
		expect(explained.message).toMatch(/^[A-Z].*\.$/);
		expect(explained.advice).toMatch(advice);
		expect(explained.advice).toContain('a.blob.core.windows.net/c/f.zip');
		expect(JSON.stringify(explained)).not.toMatch(/sig=|sv=/);
	});

	describe('that keeps every request from the resource', () => {
		const gateway = (code: string, message: string) => ({ error: { code, message } });
		const standard =
			'Only "Standard" subscriptions for the region of the called service are valid.';
		const action = 'Microsoft.CognitiveServices/accounts/SpeechServices/custom/models/read';

		it.each<[string, number, object, RegExp]>([
			[
				'a tier or kind without Custom Speech',
				400,
				{
					code: 'InvalidRequest',
					message: standard,
					innerError: { code: 'InvalidSubscription', message: standard },
				},
				/subscription or pricing tier.*S0/,
			],
			['the same by its words', 403, { code: 'Forbidden', message: standard }, /pricing tier.*S0/],
			[
				'a missing role',
				401,
				gateway('PermissionDenied', `The principal x lacks the required data action ${action}.`),
				/lacks a role.*Speech Contributor/,
			],
			[
				'a missing role by its words',
				403,
				gateway('403', 'Principal does not have access to API/Operation.'),
				/lacks a role.*Speech Contributor/,
			],
			[
				'keys that are switched off',
				403,
				gateway('AuthenticationTypeDisabled', 'Key based authentication is disabled.'),
				/Key access is disabled.*Entra ID/,
			],
			[
				'a token on a regional host',
				400,
				gateway(
					'BadRequest',
					'Please provide a custom subdomain for token authentication, otherwise API key is required.',
				),
				/only with the custom domain.*'Endpoint'/,
			],
			[
				'network rules',
				403,
				gateway('403', 'Access denied due to Virtual Network/Firewall rules.'),
				/network rules of the resource do not allow n8n/,
			],
			[
				'a version that is not taken',
				400,
				gateway('InvalidApiVersionParameter', 'The api-version is invalid.'),
				/'API Version'.*Choose the other/,
			],
			[
				'a version by its words',
				404,
				{ message: "The API version '2025-10-15' is not supported." },
				/'API Version'.*Choose the other/,
			],
		])('%s is told as that', (_what, status, body, words) => {
			const { message, advice } = explain(status, body);
			expect(`${message} ${advice}`).toMatch(words);
			expect(advice).toContain('Azure says:');
			const { code, message: said } = parseErrorBody(JSON.stringify(body));
			expect(explainDoor(status, code, said)?.message).toBe(message);
		});

		it('is not seen in a name that only sounds alike', () => {
			const said = "The model 'custom domain firewall' cannot be deleted.";
			const { message } = explain(409, { code: 'Conflict', message: said });
			expect(message).toBe(said);
			expect(explainDoor(400, 'InvalidModel', said)).toBeNull();
			expect(explainDoor(500, null, said)).toBeNull();
		});
	});

	describe('of a job', () => {
		it.each(['InternalServerError', 'PipelineError', 'InternalError', 'UnexpectedFault'])(
			'%s is not the fault of the data',
			(code) => {
				expect(adviceForJob(code)).toMatch(/^Your data is not the cause\. Try again/);
			},
		);

		it('that the table knows is explained by it', () => {
			expect(adviceForJob('ModelCopyAuthorizationExpired')).toContain('models:authorizecopy');
			expect(adviceForJob('NoUtf8WithBom')).toContain('UTF-8 with BOM');
		});

		it.each(['InvalidData', 'Internal', '', null, undefined])(
			'%j is left to the reader',
			(code) => {
				expect(adviceForJob(code)).toBeNull();
			},
		);
	});

	it.each([400, 409, 415, 422])('of an unknown code (%d) shows its own text', (status) => {
		const explained = explain(status, { code: 'BrandNewCode', message: 'The moon is in the way.' });
		expect(explained.message).toBe('The moon is in the way.');
		expect(explained.advice).toContain('BrandNewCode');
	});

	it('of the gateway is explained by its status', () => {
		const body = { error: { code: '401', message: 'Access denied due to invalid key.' } };
		const explained = explain(401, body);
		expect(explained.message).toBe('The service does not accept the key or token.');
		expect(explained.advice).toContain('Access denied due to invalid key.');
	});

	const codes = [null, 'InvalidLocale', 'BrandNewCode'];
	const texts = [null, 'Some text'];
	const statuses = [400, 401, 403, 404, 409, 418, 429, 500, 503];
	it.each(statuses)('of status %d never reads with holes', (status) => {
		for (const code of codes) {
			for (const text of texts) {
				const { message, advice } = explainError(status, code, text);
				expect(message).not.toBe('');
				expect(advice).not.toBe('');
				expect(`${message} ${advice}`).not.toMatch(HOLES);
			}
		}
	});
});
