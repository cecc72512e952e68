import { cleanText } from '../speech/text';

export interface ErrorBody {
	/** The innermost code given: it tells most. */
	code: string | null;
	message: string | null;
}

interface RawError {
	code?: unknown;
	message?: unknown;
	innerError?: RawError | null;
	details?: unknown;
}

/**
 * Reads an error body: the service's own shape (top level, nested `innerError`) and the gateway's (`{"error": {…}}`),
 * whatever content type it was sent with.
 */
export function parseErrorBody(body: string): ErrorBody {
	const root = parseJson(body);
	const outer = (isObject(root.error) ? root.error : root) as RawError;
	const chain = [outer];
	while (isObject(chain[chain.length - 1].innerError) && chain.length < 5) {
		chain.push(chain[chain.length - 1].innerError as RawError);
	}
	const innermostFirst = chain.reverse();
	return {
		code: firstText(innermostFirst.map(({ code }) => code)),
		message: firstText(innermostFirst.map(({ message }) => message)),
	};
}

function parseJson(body: string): Record<string, unknown> {
	try {
		const value: unknown = JSON.parse(body);
		return isObject(value) ? value : {};
	} catch {
		return {};
	}
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstText(values: unknown[]): string | null {
	const text = values.find((value) => typeof value === 'string' && value.trim() !== '');
	return text === undefined ? null : cleanText(String(text));
}
