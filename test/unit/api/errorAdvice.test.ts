import { explainError } from '../../../nodes/shared/api/errorAdvice';
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
		['InvalidPermissions', 403, /rights/, /Speech Contributor/],
		['InvalidProject', 400, /project/, /'Project'/],
		['InvalidSubscription', 403, /subscription/, /Azure portal/],
		['ModelDeprecated', 400, /expired/, /train again/],
		['ModelExists', 409, /already exists/, /'If Already Trained'/],
		['ModelMismatch', 400, /models/, /same locale/],
		['NoUtf8WithBom', 400, /byte order mark/, /UTF-8 with BOM/],
		['QuotaViolation', 429, /limit of its pricing tier/, /higher tier/],
		['SkuLimitsExist', 403, /pricing tier/, /S0/],
		['SubscriptionNotFound', 401, /does not know this resource/, /key and region/],
		['Unauthorized', 401, /key or token/, /Check the credential/],
		['Forbidden', 403, /may not do this/, /Speech Contributor/],
		['NotFound', 404, /does not have this/, /deleted/],
		['TooManyRequests', 429, /too many requests/, /Run less at once/],
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
