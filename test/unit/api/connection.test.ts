import { connectionOf, type ResourceAddress } from '../../../nodes/shared/api/connection';
import { inputErrorOf } from '../failures';

const connect = (address: ResourceAddress) => connectionOf('azureCustomSpeechApi', address);
const toEndpoint = (endpoint?: string) => connect({ endpointType: 'endpoint', endpoint });

describe('a credential with a region', () => {
	it.each<[string, ResourceAddress, string]>([
		['from the list', { region: 'westus' }, 'westus'],
		['in capitals and with spaces around', { region: ' WestEurope ' }, 'westeurope'],
		[
			'that is not in the list',
			{ region: 'other', otherRegion: 'newzealandnorth' },
			'newzealandnorth',
		],
		['typed in capitals', { region: 'other', otherRegion: ' EastUS2 ' }, 'eastus2'],
		['from the list, whatever was typed before', { region: 'westus', otherRegion: '!' }, 'westus'],
	])('%s leads there', (_name, address, region) => {
		expect(connect({ endpointType: 'region', ...address })).toEqual({
			credentialType: 'azureCustomSpeechApi',
			origin: `https://${region}.api.cognitive.microsoft.com`,
			region,
			apiVersion: '2025-10-15',
		});
	});

	it.each<[string, ResourceAddress]>([
		['missing', {}],
		['empty', { region: '' }],
		['other but not typed', { region: 'other' }],
		['a host', { region: 'other', otherRegion: 'evil.example' }],
		['a host with the rest as its path', { region: 'other', otherRegion: 'evil.example/' }],
		['a host with the rest as its query', { region: 'other', otherRegion: 'evil?' }],
		['a user name', { region: 'other', otherRegion: 'x@evil' }],
		['a port', { region: 'other', otherRegion: 'evil:443' }],
		['a display name', { region: 'other', otherRegion: 'West Europe' }],
		['of another script', { region: 'other', otherRegion: 'wеsteurope' }],
	])('%s is refused', (_name, address) => {
		const error = inputErrorOf(() => connect({ endpointType: 'region', ...address }));
		expect(error.message).toContain("'Region'");
		expect(error.advice).toContain('westeurope');
	});
});

describe('a credential with an endpoint', () => {
	it.each([
		[
			'of a custom domain',
			'https://mine.cognitiveservices.azure.com',
			'https://mine.cognitiveservices.azure.com',
		],
		[
			'with a trailing slash',
			'https://mine.cognitiveservices.azure.com/',
			'https://mine.cognitiveservices.azure.com',
		],
		[
			'with spaces around',
			'  https://mine.cognitiveservices.azure.us \n',
			'https://mine.cognitiveservices.azure.us',
		],
		['in capitals', 'HTTPS://Mine.Example', 'https://mine.example'],
		['with a port', 'https://gateway.example:8443', 'https://gateway.example:8443'],
		['with the usual port', 'https://gateway.example:443', 'https://gateway.example'],
		['of an emulator by name', 'http://localhost:8080', 'http://localhost:8080'],
		['of an emulator by address', 'http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
		['of an emulator by another loopback address', 'http://127.1.2.3', 'http://127.1.2.3'],
		['of an emulator by IPv6', 'http://[::1]:8080', 'http://[::1]:8080'],
	])('%s leads there, and says no region', (_name, endpoint, origin) => {
		expect(toEndpoint(endpoint)).toMatchObject({ origin, region: null });
	});

	it.each([
		'http://mine.cognitiveservices.azure.com',
		'http://127.0.0.1.evil.com',
		'http://localhost.evil.com',
		'http://evil.com#localhost',
		'http://evil.com/localhost',
		'http://localhost@evil.com',
		'http://128.0.0.1',
		'http://192.168.0.1',
		'http://0.0.0.0',
		'http://[::2]',
		'ftp://localhost',
		'file:///etc',
		'javascript:alert(1)',
	])('%s is refused, for the key would travel in the clear', (endpoint) => {
		const { message, advice } = inputErrorOf(() => toEndpoint(endpoint));
		expect(message).toBe("The credential's 'Endpoint' must start with https.");
		expect(advice).toContain('https://my-resource');
	});

	it.each([
		['a user name', 'https://user@mine.example'],
		['a user name and a password', 'https://user:word@mine.example'],
		['a path', 'https://mine.example/speechtotext'],
		['a path that looks empty', 'https://mine.example//'],
		['a query', 'https://mine.example/?api-version=1'],
		['a hash', 'https://mine.example/#x'],
		['a user name on an emulator', 'http://user@localhost'],
		['a host behind a backslash', 'https://mine.example\\@evil.example'],
	])('with %s is refused', (_name, endpoint) => {
		expect(inputErrorOf(() => toEndpoint(endpoint)).message).toBe(
			"The credential's 'Endpoint' must contain only the scheme and host.",
		);
	});

	it.each([undefined, '', ' ', 'mine.cognitiveservices.azure.com', 'https://', '//mine.example'])(
		'%j is refused as no URL',
		(endpoint) => {
			expect(inputErrorOf(() => toEndpoint(endpoint)).message).toBe(
				"The credential's 'Endpoint' is not a URL.",
			);
		},
	);
});

describe('the API version of a credential', () => {
	it.each([
		[undefined, '2025-10-15'],
		['2025-10-15', '2025-10-15'],
		['2024-11-15', '2024-11-15'],
		['2099-01-01', '2025-10-15'],
	])('%j means %s', (apiVersion, expected) => {
		const address = { endpointType: 'region', region: 'westus', apiVersion };
		expect(connect(address).apiVersion).toBe(expected);
	});
});
