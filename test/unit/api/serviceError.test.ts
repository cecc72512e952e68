import { ServiceError } from '../../../nodes/shared/api/serviceError';
import { refusal, silence } from '../failures';

const ofKind = (kind: 'malformed' | 'foreignLink') =>
	new ServiceError({ kind, message: 'x', advice: 'y' });

describe('a failed request', () => {
	it.each<[string, ServiceError, boolean]>([
		['no answer', silence(), true],
		['an answer that was none', ofKind('malformed'), true],
		['throttling', refusal(429), true],
		['a server error', refusal(500), true],
		['a service that is down', refusal(503), true],
		['a bad request', refusal(400), false],
		['a refused key', refusal(401), false],
		['missing rights', refusal(403), false],
		['something missing', refusal(404), false],
		['a link to another host', ofKind('foreignLink'), false],
	])('by %s is known to pass by itself, or not', (_name, error, transient) => {
		expect(error.isTransient).toBe(transient);
	});

	it('is about something missing only with a 404', () => {
		expect(refusal(404).isNotFound).toBe(true);
		expect(refusal(410).isNotFound).toBe(false);
		expect(silence().isNotFound).toBe(false);
	});

	it('reads as its message', () => {
		expect(String(silence())).toContain('No response.');
	});
});
