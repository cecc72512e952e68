import { InputError } from '../speech/inputError';

/** API versions this package speaks; 2024-11-15 has no projects. */
export const API_VERSIONS = ['2025-10-15', '2024-11-15'] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];

/** Where the resource is and how to authenticate there. Holds no secret. */
export interface Connection {
	credentialType: string;
	/** Scheme and host, e.g. `https://westus.api.cognitive.microsoft.com`. */
	origin: string;
	/** Known only when the credential names a region: a custom domain says nothing about it. */
	region: string | null;
	apiVersion: ApiVersion;
}

/** The credential's fields that say where the resource is. */
export interface ResourceAddress {
	endpointType?: string;
	region?: string;
	otherRegion?: string;
	endpoint?: string;
	apiVersion?: string;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const REGION = /^[a-z][a-z0-9]{2,39}$/;

/**
 * Reads a credential's address.
 *
 * @throws InputError when the address could send the key to the wrong place.
 */
export function connectionOf(credentialType: string, address: ResourceAddress): Connection {
	const apiVersion =
		API_VERSIONS.find((version) => version === address.apiVersion) ?? API_VERSIONS[0];
	if (address.endpointType === 'region') {
		const region = regionOf(address);
		// Source: Microsoft Learn, "Speech service private link" and "Sovereign clouds", public cloud.
		const origin = `https://${region}.api.cognitive.microsoft.com`;
		return { credentialType, origin, region, apiVersion };
	}
	return { credentialType, origin: originOf(address.endpoint ?? ''), region: null, apiVersion };
}

function regionOf({ region, otherRegion }: ResourceAddress): string {
	const name = ((region === 'other' ? otherRegion : region) ?? '').trim().toLowerCase();
	if (REGION.test(name)) return name;
	throw new InputError(
		"The credential's 'Region' is not a region name.",
		"Use the region identifier from the resource's 'Keys and Endpoint' page, such as 'westeurope'.",
	);
}

function originOf(endpoint: string): string {
	const text = endpoint.trim();
	const url = URL.canParse(text) ? new URL(text) : null;
	const advice =
		"Use the endpoint from the resource's 'Keys and Endpoint' page, such as 'https://my-resource.cognitiveservices.azure.com'.";
	if (!url) throw new InputError("The credential's 'Endpoint' is not a URL.", advice);
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.test(url.hostname))) {
		throw new InputError(
			"The credential's 'Endpoint' must start with https.",
			`${advice} Plain http is allowed only for an emulator on this machine.`,
		);
	}
	if (url.username || url.password || url.search || url.hash || url.pathname !== '/') {
		throw new InputError(
			"The credential's 'Endpoint' must contain only the scheme and host.",
			`${advice} Remove user names, paths and parameters.`,
		);
	}
	return url.origin;
}
