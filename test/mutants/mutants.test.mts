import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sectionOf, tableIn } from '../docs/support/pages.mts';
import { root, textOf } from '../structure/repository.mts';
import { PAGE, readKept } from './keptScore.mts';
import { pureFiles } from './pureFiles.mts';
import { rooms } from './rooms.mts';
import { fallen, percent, tableOf, total, type Counts } from './score.mts';

describe('a pure file', () => {
	const pure = pureFiles();

	it.each([
		['nodes/shared/speech/expiry.ts', true],
		['nodes/SelectBaseline/chooseBaseline.ts', true],
		['nodes/UploadDataset/check/zip/archiveRules.ts', true],
		// takes a context, as a type alone
		['nodes/shared/waiting/rules.ts', false],
		// takes the client of the service
		['nodes/DeployModel/change/switchModel.ts', false],
		// imports one that does
		['nodes/DeployModel/change/takeBack.ts', false],
		// imports a package
		['nodes/SelectBaseline/SelectBaseline.node.ts', false],
		// describes fields
		['nodes/TestModel/verdict/ruleProperties.ts', false],
	])('is one that decides and does nothing else: %s %s', (path, expected) => {
		expect(existsSync(join(root, path))).toBe(true);
		expect(pure.includes(path)).toBe(expected);
	});

	it('is in a room that has tests of its own', () => {
		const inRooms = rooms().flatMap(({ files }) => files);
		expect(inRooms.sort()).toEqual(pure);
	});
});

describe('the score of a room', () => {
	it.each([
		[1, 3, '33.3'],
		[2, 3, '66.6'],
		[999, 1_000, '99.9'],
		[9_999, 10_000, '99.9'],
		[7, 7, '100.0'],
		[0, 7, '0.0'],
	])('of %i killed of %i is %s', (killed, mutants, score) => {
		expect(percent({ killed, mutants })).toBe(score);
	});

	it('falls when a smaller share is killed, however many there are', () => {
		const kept: Counts = { one: { killed: 90, mutants: 100 } };
		const falls = (killed: number, mutants: number) =>
			fallen({ one: { killed, mutants } }, kept).length > 0;
		expect(falls(89, 100)).toBe(true);
		expect(falls(899, 1_000)).toBe(true);
		expect(falls(90, 100)).toBe(false);
		expect(falls(9, 10)).toBe(false);
		expect(falls(91, 100)).toBe(false);
	});

	it('does not fall when none was kept', () => {
		expect(fallen({ other: { killed: 0, mutants: 9 } }, {})).toEqual([]);
	});

	it('is published with that of all rooms', () => {
		const counts = { b: { killed: 1, mutants: 4 }, a: { killed: 3, mutants: 4 } };
		expect(total(counts)).toEqual({ killed: 4, mutants: 8 });
		expect(tableIn(tableOf(counts))).toEqual([
			{ Room: '`a`', Mutants: '4', Killed: '3', Score: '75.0%' },
			{ Room: '`b`', Mutants: '4', Killed: '1', Score: '25.0%' },
			{ Room: 'all', Mutants: '8', Killed: '4', Score: '50.0%' },
		]);
	});
});

describe('the score that is kept', () => {
	it('is that of rooms there are', () => {
		const names = rooms().map(({ name }) => name);
		expect(Object.keys(readKept()).filter((name) => !names.includes(name))).toEqual([]);
	});

	it('is the one that is published', () => {
		const section = sectionOf(textOf(PAGE), '## Mutants') ?? '';
		expect(tableIn(section)).toEqual(tableIn(tableOf(readKept())));
	});
});
