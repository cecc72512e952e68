import { collectDatasets } from '../../../nodes/shared/speech/trainingCase';
import { entityUrl, uuid } from '../entities';

const [one, two, three] = [1, 2, 3].map((number) => ({ id: uuid(number), kind: 'Language' }));

describe('the datasets uploaded from an item', () => {
	it('stand in `dataset` when it is one, and that is all there is', () => {
		expect(collectDatasets({}, [one])).toEqual({ dataset: one });
	});

	it('stand in `datasets` when there are several', () => {
		expect(collectDatasets({}, [one, two])).toEqual({ datasets: [one, two] });
	});

	it('are none when nothing was uploaded', () => {
		expect(collectDatasets({}, [])).toEqual({});
	});

	it.each<[string, object]>([
		['one of a node before', { dataset: one }],
		['a list of nodes before', { datasets: [one] }],
		['a single one in the place of the list', { datasets: one }],
		['both, which are the same', { dataset: one, datasets: [one] }],
	])('come after %s', (_what, json) => {
		expect(collectDatasets({ ...json }, [two])).toEqual({ dataset: two, datasets: [one, two] });
	});

	it('come after those that stand there as text', () => {
		const text = `${uuid(1)}, ${uuid(2)}`;
		expect(collectDatasets({ datasets: text }, [three]).datasets).toHaveLength(3);
	});

	it.each<[string, object]>([
		['in other letters', { datasets: [{ id: uuid(2).toUpperCase() }] }],
		['as text', { datasets: ` ${uuid(2).toUpperCase()} ` }],
	])('replace what stands there of the same id, %s', (_how, json) => {
		expect(collectDatasets({ ...json }, [two])).toEqual({ dataset: two });
	});

	it('are told from others by the URL as well', () => {
		const sent = { self: entityUrl('datasets', 1) };
		expect(collectDatasets({ dataset: sent }, [two]).datasets).toEqual([sent, two]);
		expect(collectDatasets({ dataset: sent }, [sent])).toEqual({ dataset: sent });
	});

	it.each(['mine', 3, null, { name: 'a table of mine' }, ['x']])(
		'leave out what an item from elsewhere calls its dataset: %j',
		(dataset) => {
			expect(collectDatasets({ dataset }, [one])).toEqual({ dataset: one });
		},
	);

	it.each([null, undefined, '', []])('begin a list where there is none: %j', (datasets) => {
		expect(collectDatasets({ datasets }, [one, two])).toEqual({ datasets: [one, two] });
	});
});
