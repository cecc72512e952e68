import { leftOutText } from '../../../nodes/shared/api/leftOut';
import { baseModel, entityUrl } from '../entities';

const self = entityUrl('models', 7);

describe('the sentence on what was left out', () => {
	it.each<[string, unknown[], RegExp]>([
		['/models', [null], /^1 entry of the service's list of custom models is not .* was omitted\.$/],
		[
			'/models/base',
			[null, { ...baseModel({ number: 3 }), locale: 7 }],
			/^2 entries of .* base models are not .* were omitted \(ID [-\da-f]+000003\)\.$/,
		],
		['/datasets', Array(5).fill({ self }), /\(ID (\S+, ){3}…\)\.$/],
	])('of %s', (path, leftOut, words) => {
		expect(leftOutText(path, leftOut)).toMatch(words);
		expect(leftOutText(path, leftOut)).not.toMatch(/proxy/);
	});
});
