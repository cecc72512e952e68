import { portalUrlOf } from '../../../nodes/shared/speech/portal';

describe('the portal of a resource', () => {
	it.each([
		[
			'in a public region',
			'https://westus.api.cognitive.microsoft.com',
			'https://speech.microsoft.com/portal',
		],
		[
			'with a custom domain',
			'https://mine.cognitiveservices.azure.com',
			'https://speech.microsoft.com/portal',
		],
		['of the US government', 'https://mine.cognitiveservices.azure.us', 'https://speech.azure.us'],
		[
			'in a government region',
			'https://usgovvirginia.api.cognitive.microsoft.us',
			'https://speech.azure.us',
		],
		['in China', 'https://chinaeast2.api.cognitive.azure.cn', 'https://speech.azure.cn'],
	])('%s is known', (_name, origin, portal) => {
		expect(portalUrlOf(`${origin}/speechtotext/models/x?api-version=1`)).toBe(portal);
	});

	it.each([
		'http://127.0.0.1:8080',
		'https://speech.example.com',
		'https://westus.api.cognitive.microsoft.com.evil.example',
		'https://notmicrosoft.com',
	])('is unknown for %s', (origin) => expect(portalUrlOf(`${origin}/x`)).toBeNull());
});
