import { createRequire } from 'node:module';
import { datasetKinds } from '../../emulator/domain/locales.mts';
import { loadContract } from './contract.mts';
import { nameIn } from '../../contract/document.mts';
import { schemasFor, type JsonSchema } from './definitions.mts';

const require = createRequire(import.meta.url);

const own = (name: string): unknown => require(`../../emulator/api/schemas/${name}.mts`);

/** Every property path a schema allows. */
function paths(schema: JsonSchema, resolve: (ref: string) => JsonSchema, prefix = ''): string[] {
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
	const resolve = (ref: string) => definitions[nameIn(ref)];

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
		const mine = (own(name) as Record<string, JsonSchema>)[body];
		const theirs = definitions[definition];
		expect(paths(mine, resolve).sort()).toEqual(paths(theirs, resolve).sort());
		expect([...(mine.required ?? [])].sort()).toEqual([...(theirs.required ?? [])].sort());
	});

	it('know the same dataset kinds and web hook events', () => {
		const { DatasetKind, WebHookEvents } = document.definitions;
		const { eventNames } = own('webhook') as { eventNames: string[] };
		expect([...datasetKinds].sort()).toEqual([...(DatasetKind.enum ?? [])].sort());
		expect([...eventNames].sort()).toEqual(Object.keys(WebHookEvents.properties ?? {}).sort());
	});
});
