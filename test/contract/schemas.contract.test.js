'use strict';

const { loadContract } = require('./contract.js');
const { schemasFor } = require('./definitions.js');

/** @param {string} name */
const own = (name) => require(`../../emulator/schemas/${name}.js`);

/**
 * Every property path a schema allows.
 * @param {any} schema
 * @param {(ref: string) => any} resolve
 * @param {string} [prefix]
 * @returns {string[]}
 */
function paths(schema, resolve, prefix = '') {
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
	const resolve = (/** @type {string} */ ref) => definitions[String(ref.split('/').pop())];

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
		expect([...own('locales').datasetKinds].sort()).toEqual([...DatasetKind.enum].sort());
		expect([...own('webhook').eventNames].sort()).toEqual(
			Object.keys(WebHookEvents.properties).sort(),
		);
	});
});
