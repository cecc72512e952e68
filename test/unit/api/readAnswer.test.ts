import { parseJson } from '../../../nodes/shared/api/jsonReader';
import { MOST_BYTES } from '../../../nodes/shared/api/policies';
import { readAnswer } from '../../../nodes/shared/api/readAnswer';
import { streamOf } from '../../support/streamOf.mts';

/** A body whose bytes come one by one. */
const byBytes = (bytes: Buffer) => streamOf([...bytes].map((byte) => Buffer.of(byte)));
const page = { values: [{ displayName: 'Ünï – 中文 😀' }], '@nextLink': null };
const text = JSON.stringify(page);

describe('the body of a success', () => {
	it.each([
		['a text', () => text],
		['a stream', () => streamOf([Buffer.from(text)])],
		['a stream cut inside of characters', () => byBytes(Buffer.from(text))],
		['with a byte order mark', () => byBytes(Buffer.from(`\ufeff${text}`))],
	])('is read as JSON: %s', async (_what, body) => {
		expect(await readAnswer(200, body())).toEqual({ body: '', json: { value: page } });
	});

	it.each([
		['an empty text', ''],
		['an empty stream', streamOf([])],
		['a stream of an empty piece', streamOf([Buffer.alloc(0)])],
		['none', undefined],
		['null', null],
	])('may be empty: %s', async (_what, body) => {
		expect(await readAnswer(204, body)).toEqual({ body: '', json: { value: undefined } });
	});

	it('is told from null in JSON', async () => {
		expect(await readAnswer(200, 'null')).toEqual({ body: '', json: { value: null } });
	});

	it.each([
		['a page for people', Buffer.from('<html>{"values":[]}</html>')],
		['half a page', Buffer.from(text.slice(0, -1))],
		['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
		['bytes', Buffer.from([0xff, 0xfe, 0, 1])],
	])('is not JSON when it is %s', async (_what, bytes) => {
		expect(await readAnswer(200, byBytes(bytes))).toEqual({ body: '' });
	});

	it('is given up with its stream when it is too much', async () => {
		const body = streamOf(endless(Buffer.from('[')));
		const { json, excess } = await readAnswer(200, body);
		expect([json, excess]).toEqual([undefined, 'nested more than 256 levels deep']);
		expect(body.destroyed).toBe(true);
	});

	it('breaks with its connection', async () => {
		const body = streamOf(broken());
		await expect(readAnswer(200, body)).rejects.toThrow('socket hang up');
	});

	it('is nothing that was read elsewhere', async () => {
		await expect(readAnswer(200, page)).rejects.toThrow('neither stream nor text');
	});
});

describe('the body of a refusal', () => {
	it('is read as text', async () => {
		expect(await readAnswer(404, byBytes(Buffer.from(text)))).toEqual({ body: text });
	});

	it.each([
		['is read up to its longest length', MOST_BYTES.refusal, MOST_BYTES.refusal],
		['is left when it is longer', MOST_BYTES.refusal + 1, 0],
	])('%s', async (_what, length, read) => {
		const body = streamOf([Buffer.alloc(length, 'x')]);
		expect((await readAnswer(500, body)).body).toHaveLength(read);
	});
});

describe('the longest success', () => {
	/** So many pieces of a page of long entities, and how it ends. */
	const long = (bytes: number) => {
		const entity = Buffer.from(`{"a":"${'x'.repeat(99_992)}"},`);
		const begin = Buffer.from('{"values":[');
		const count = Math.floor((bytes - begin.length) / entity.length) - 1;
		const rest = bytes - begin.length - count * entity.length;
		const end = Buffer.from(`{"a":"${'x'.repeat(rest - 10)}"}]}`);
		return streamOf([begin, ...Array.from({ length: count }, () => entity), end]);
	};

	it('is of 64 MiB, whatever it says of its length', async () => {
		const { json, excess } = await readAnswer(200, long(MOST_BYTES.answer));
		expect(excess).toBeUndefined();
		expect(json?.value).toHaveProperty('values.length');
	});

	it('is not of a byte more', async () => {
		const { json, excess } = await readAnswer(200, long(MOST_BYTES.answer + 1));
		expect([json, excess]).toEqual([undefined, 'larger than 64 MiB']);
	});

	it('is read as it would be at once', () => {
		expect(parseJson(text)).toEqual(page);
	});
});

function* endless(piece: Buffer): Generator<Buffer> {
	for (;;) yield piece;
}

function* broken(): Generator<Buffer> {
	yield Buffer.from(text.slice(0, 5));
	throw new Error('socket hang up');
}
