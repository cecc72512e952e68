import { blocksOf, codeIn, nodePages, readPage, sectionOf, tableIn } from './support/pages.mts';

/** Every key of a sample down to the second level, such as `wait.outcome`. */
const pathsIn = (sample) =>
	Object.entries(sample).flatMap(([key, value]) =>
		value !== null && typeof value === 'object' && !Array.isArray(value)
			? Object.keys(value).map((inner) => `${key}.${inner}`)
			: [key],
	);

/** Paths as a table names them: in `wait.startedAt`, `endedAt` the second is one of the first's object. */
function pathsNamed(cell) {
	let parent = '';
	return codeIn(cell).map((path) => {
		const place = path.lastIndexOf('.');
		if (place >= 0) parent = path.slice(0, place + 1);
		return place >= 0 || parent === '' ? path : `${parent}${path}`;
	});
}

describe.each(nodePages())('the outputs in %s', (page) => {
	const text = readPage(page);
	const [sample] = blocksOf(text)
		.filter(({ language }) => language === 'json')
		.map(({ content }) => JSON.parse(content));
	const named = tableIn(sectionOf(text, '### Added to the item') ?? '').flatMap(({ Added }) =>
		pathsNamed(Added),
	);

	it('tell what every key of the sample means', () => {
		const whole = new Set(named);
		const untold = pathsIn(sample).filter(
			(path) => !whole.has(path) && !whole.has(path.split('.')[0]),
		);
		expect(untold).toEqual([]);
	});
});
