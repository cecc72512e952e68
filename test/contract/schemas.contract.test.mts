import { createRequire } from 'node:module';
import { datasetKinds } from '../../emulator/domain/locales.mts';
import { loadContract } from './contract.mts';
import { schemasFor } from './definitions.mts';

const require = createRequire(import.meta.url);

/** @param {string} name */
const own = (name: string) => require(`../../emulator/api/schemas/${name}.mts`);

/**
 * Every property path a schema allows.
 */
function paths(schema: any, resolve: (ref: string) => any, prefix: string = ''): string[] {
	if (schema.$ref) return paths(resolve(schema.$ref), resolve, prefix);
	if (schema.items) return paths(schema.items, resolve, `${prefix}[]`);
	return Object.entries(schema.properties ?? {}).flatMap(([name, one]) => {
		const path = prefix ? `${prefix}.${name}` : name;
		return [path, ...paths(one, resolve, path)];
	});
}

// The emulator's own schemas were written by hand: they must allow exactly the fields the contract lets be written.
describe('the bodies the emulator takes', () => {
	const { document } = loadContract();
	const definitions = schemasFor(document.definitions, 'request');
	const resolve = (/** @type {string} */ ref: string) => definitions[String(ref.split('/').pop())];

	it.each([
		['dataset', 'create', 'Dataset'],
		['dataset', 'update', 'DatasetUpdate'],
		['model', 'create', 'CustomModel'],
		['model', 'update', 'ModelUpdate'],
		['model', 'authorizeCopy', 'ModelCopyAuthorizationDefinition'],
		['model', 'copy', 'ModelCopyAuthorization'],
		['endpoint', 'create', 'Endpoint'],
		['endpoint', 'update', 'EndpointUpdate'],
		['evaluation', 'create', 'Evaluation'],
		['evaluation', 'update', 'EvaluationUpdate'],
		['project', 'create', 'Project'],
		['project', 'update', 'ProjectUpdate'],
		['webhook', 'create', 'WebHook'],
		['webhook', 'update', 'WebHookUpdate'],
	])('for %s %s have the fields of %s, and require the same', (name, body, definition) => {
		const mine = own(name)[body];
		const theirs = definitions[definition];
		expect(paths(mine, resolve).sort()).toEqual(paths(theirs, resolve).sort());
		expect([...mine.required].sort()).toEqual([...theirs.required].sort());
	});

	it('know the same dataset kinds and web hook events', () => {
		const { DatasetKind, WebHookEvents } = document.definitions;
		expect([...datasetKinds].sort()).toEqual([...DatasetKind.enum].sort());
		expect([...own('webhook').eventNames].sort()).toEqual(
			Object.keys(WebHookEvents.properties).sort(),
		);
	});
});
