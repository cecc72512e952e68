import { isSuccess, type Answer } from './answer';
import { piecesOf, textOf } from './bodyText';
import { Excess } from './excess';
import { JsonReader } from './jsonReader';
import { JSON_BOUNDS, MOST_BYTES } from './policies';

/** What an answer says. */
type Said = Pick<Answer, 'body' | 'json' | 'excess'>;

/**
 * Reads the body of an answer, as JSON when it is a success and as text when not.
 *
 * @throws the error of the connection when it breaks before the end.
 */
export async function readAnswer(status: number, body: unknown): Promise<Said> {
	if (!isSuccess({ status })) return { body: await readRefusal(body) };
	return await readJson(body).then((value) => ({ body: '', json: { value } }), unreadable);
}

/** The text of an answer that is no success; an empty one for what is no error of the service, by its length alone. */
export async function readRefusal(body: unknown): Promise<string> {
	return await textOf(body, MOST_BYTES.refusal).catch((thrown) => unreadable(thrown).body);
}

async function readJson(body: unknown): Promise<unknown> {
	const reader = new JsonReader(JSON_BOUNDS.partChars);
	for await (const piece of piecesOf(body, MOST_BYTES.answer)) reader.read(piece);
	return reader.end();
}

function unreadable(thrown: unknown): Said {
	if (thrown instanceof Excess) return { body: '', excess: thrown.what };
	if (thrown instanceof SyntaxError) return { body: '' };
	throw thrown;
}
