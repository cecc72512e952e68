import { readUtterances } from '../../../nodes/TestModel/utterances/readUtterances';
import type { SpeechClient } from '../../../nodes/shared/api/client';
import { uuid } from '../entities';

const HOST = 'https://speech.example';
const score = (heard: string) =>
	JSON.stringify({
		referenceText: 'one two',
		recognizedPhrases: [{ nBest: [{ lexical: heard }] }],
	});

interface ScoreFile {
	name: string;
	/** What its link answers with; a number is a refusal. */
	answer: string | number;
	size?: number;
}

/** The score files of a test, in one page. */
function clientWith(files: ScoreFile[]): SpeechClient {
	const values = files.map(({ name, size = 100 }) => ({
		name,
		properties: { size },
		links: { contentUrl: `${HOST}/${name}?sig=secret` },
	}));
	const answers = new Map(files.map(({ name, answer }) => [name, answer]));
	const httpRequest = ({ url }: { url: string }) => {
		const answer = answers.get(new URL(url).pathname.slice(1));
		return Promise.resolve(
			typeof answer === 'number'
				? { statusCode: answer, body: '' }
				: { statusCode: 200, body: answer },
		);
	};
	return {
		context: { helpers: { httpRequest } },
		connection: { origin: HOST },
		async *pages() {
			yield await Promise.resolve({ values, next: null });
		},
	} as unknown as SpeechClient;
}

const heardBy = (
	model: 1 | 2,
	number: number,
	answer: string | number,
	size?: number,
): ScoreFile => ({
	name: `call-${number}.wav.model${model}_score.json`,
	answer,
	size,
});
const pair = (number: number, answer: string | number, size?: number) => [
	heardBy(1, number, score('one two')),
	heardBy(2, number, answer, size),
];
const read = async (...files: ScoreFile[]) => await readUtterances(clientWith(files), uuid(1));

describe('the result files of a test', () => {
	it('are all told when all can be read', async () => {
		const { utterances, note } = await read(...pair(1, score('one')), ...pair(2, score('one too')));
		expect(utterances.map(({ audio }) => audio)).toEqual(['call-1.wav', 'call-2.wav']);
		expect(note).toBeNull();
	});

	it.each([
		['one that does not open', 403, 100],
		['one that is too large', score('one'), 3_000_000],
		['one that is no score', '<html>', 100],
		['one that is too long to compare', score('word '.repeat(2_001)), 100],
	])('are told without %s, and a note counts it', async (_what, answer, size) => {
		const { utterances, note } = await read(...pair(1, score('one')), ...pair(2, answer, size));
		expect(utterances[0].candidate?.heard).toBe('one');
		expect(note).toMatch(
			/^The result files of 1 of 2 recordings are missing, unreadable, too long/,
		);
	});

	it('are given up after the first few when none of these opens', async () => {
		const files = Array.from({ length: 100 }, (_, number) => heardBy(2, number, 403));
		const { utterances, note } = await read(...files);
		expect(utterances).toEqual([]);
		expect(note).toMatch(/could not be read\. A file could not be downloaded \(status 403\)/);
		expect(note).not.toMatch(/secret/);
	});
});
