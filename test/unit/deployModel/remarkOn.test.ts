import { remarkOn } from '../../../nodes/DeployModel/prepare/remarkOn';
import { customModel, NOW } from '../entities';

describe('a remark on the model an endpoint is found set to', () => {
	beforeEach(() => {
		jest.useFakeTimers({ now: NOW });
	});
	afterEach(() => {
		jest.useRealTimers();
	});

	it.each(['2026-11-01T12:00:00Z', '2026-10-15T00:00:00Z'])(
		'names the last day of one that has expired: %s',
		(usableUntil) => {
			expect(remarkOn(customModel({ usableUntil }))).toContain(usableUntil.slice(0, 10));
		},
	);

	it.each(['2026-11-01T12:00:01Z', null])('is none while it is usable: %s', (usableUntil) => {
		expect(remarkOn(customModel({ usableUntil }))).toBeUndefined();
	});

	it.each([undefined, {}])('is none without dates: %j', (properties) => {
		expect(remarkOn(customModel({ properties }))).toBeUndefined();
	});
});
