import { idAt, type AnswerBody } from '../support/answer.mts';
import { startEmulator, type Emulator } from '../support/emulator';

export {
	contentUrlOf,
	idAt,
	ref,
	valuesOf,
	type AnswerBody,
	type ShownEntity,
} from '../support/answer.mts';
export { startEmulator, type Emulator };
export { until } from '../support/until.mts';

/** Where an emulator is, and what opens it: all a client knows. */
export type Address = Pick<Emulator, 'url' | 'key'>;

export interface Answer {
	status: number;
	headers: Headers;
	text: string;
	/** Empty when the answer is no JSON. */
	body: AnswerBody;
}

export interface More {
	/** Bytes and texts go as they are, all else as JSON. */
	body?: unknown;
	query?: Record<string, string>;
	headers?: Record<string, string>;
	/** Null for none. */
	key?: string | null;
	/** Null for none. */
	version?: string | null;
}

/** One request to the API of an emulator, with its key unless told otherwise. */
export async function call(
	emulator: Address,
	method: string,
	path: string,
	more: More = {},
): Promise<Answer> {
	const { body, query = {}, headers = {}, key = emulator.key, version = '2025-10-15' } = more;
	const all = new URLSearchParams({ ...(version ? { 'api-version': version } : {}), ...query });
	const answer = await fetch(`${emulator.url}/speechtotext${path}?${all}`, {
		method,
		headers: {
			...(key ? { 'Ocp-Apim-Subscription-Key': key } : {}),
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
			...headers,
		},
		body: isRaw(body) ? body : JSON.stringify(body),
	});
	const text = await answer.text();
	return { status: answer.status, headers: answer.headers, text, body: parsed(text) };
}

const isRaw = (body: unknown): body is undefined | string | Uint8Array<ArrayBuffer> =>
	body === undefined || typeof body === 'string' || body instanceof Uint8Array;

function parsed(text: string): AnswerBody {
	try {
		return JSON.parse(text) as AnswerBody;
	} catch {
		return {};
	}
}

/** The path within the API of the entity an answer shows. */
export const pathOf = ({ body }: Answer): string =>
	new URL(String(body.self)).pathname.replace('/speechtotext', '');

/** The id of the entity an answer shows. */
export const idOf = ({ body }: Answer): string => idAt(body.self);

/** What went wrong, as `status code/inner`. */
export function refusal({ status, body }: Pick<Answer, 'status' | 'body'>): string {
	return [status, body.code, body.innerError?.code].filter((part) => part !== undefined).join(' ');
}
