import type { INodePropertyMode } from 'n8n-workflow';

import { entityLocator } from '../../../nodes/shared/n8n/locators';
import { entityUrl } from '../entities';
import { defined } from '../../support/defined';

const urlMode = (alsoBaseModels: boolean) => {
	const text = { displayName: 'Model', name: 'modelId', description: 'A model', alsoBaseModels };
	const modes = entityLocator('models', text).modes as INodePropertyMode[];
	return defined(modes.find(({ name }) => name === 'url'));
};
const takes = (mode: INodePropertyMode, url: string) =>
	new RegExp((mode.extractValue as { regex: string }).regex).test(url);

describe('the URL of a model', () => {
	it.each([
		['a custom model', entityUrl('models', 1), true, true],
		['a base model', entityUrl('baseModels', 1), false, true],
		['a dataset', entityUrl('datasets', 1), false, false],
		['an older version', entityUrl('baseModels', 1).replace('text/', 'text/v3.2/'), false, true],
	])('of %s is taken where it fits', (_what, url, alone, withBases) => {
		expect(takes(urlMode(false), url)).toBe(alone);
		expect(takes(urlMode(true), url)).toBe(withBases);
	});
});
