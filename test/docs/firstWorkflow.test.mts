import { manifest, nodeIn, sourceOf } from '../structure/repository.mts';
import { readPage, sectionOf } from './support/pages.mts';

/** Every action that the nodes panel lists. */
const actions = manifest.n8n.nodes.flatMap((built) =>
	nodeIn(sourceOf(built)).description.properties.flatMap(({ options = [] }) =>
		options.flatMap((option) => ('action' in option && option.action ? [option.action] : [])),
	),
);

/** What begins like an action and stands in bold: n8n's own buttons begin with other verbs. */
const named = [
	...(sectionOf(readPage('README.md'), '## First workflow') ?? '').matchAll(/\*\*([^*]+)\*\*/g),
]
	.map(([, text]) => text)
	.filter((text) => /^(Check|Select|Retrain|Train|Wait) [a-z]/.test(text));

describe('the first workflow in the README', () => {
	it('has an action for each of its four nodes', () => {
		expect(named).toHaveLength(4);
	});

	it.each(named)('names an action that the nodes panel lists: %s', (action) => {
		expect(actions).toContain(action);
	});
});
