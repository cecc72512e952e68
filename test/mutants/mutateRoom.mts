import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { typescriptArguments } from '../../playground/process/typescriptArguments.mts';
import { root } from '../structure/repository.mts';
import { common } from '../support/jestCommon.mts';
import type { Room } from './rooms.mts';
import type { Count } from './score.mts';

const KILLED = new Set(['Killed', 'Timeout']);
const TRIED = new Set([...KILLED, 'Survived', 'NoCoverage']);

/** One run of jest for the tests of a room, in the copy that is mutated and so without the root of the repository. */
const jestConfig = ({ tests }: Room) => ({
	moduleFileExtensions: common.moduleFileExtensions,
	transform: common.transform,
	roots: ['<rootDir>/nodes', '<rootDir>/test/unit'],
	testMatch: [`<rootDir>/${tests}/**/*.test.ts`],
	testEnvironment: 'node',
	testRunner: join(root, 'test/mutants/jest-circus-stops.mts'),
	testSequencer: join(root, 'test/mutants/shortestFirst.mts'),
	testTimeout: 60_000,
	watchman: false,
});

/**
 * Changes the files of a room in one place after the other and runs the tests of the room each time.
 * What neither the file nor its tests have changed since the last run is not tried again; those that survive are told
 * in `reports/mutants`.
 */
export async function mutateRoom(room: Room, concurrency: number): Promise<Count> {
	const report = `reports/mutants/${room.name.replaceAll('/', '-')}`;
	const results = await new Stryker({
		mutate: room.files,
		testRunner: 'jest',
		testRunnerNodeArgs: [...typescriptArguments],
		jest: { config: jestConfig(room) },
		coverageAnalysis: 'perTest',
		// generous, for a mutant that only seems to hang counts as killed
		timeoutMS: 60_000,
		concurrency,
		// what is set up while a file loads would run every test for each mutant
		ignoreStatic: true,
		incremental: true,
		incrementalFile: `${report}.json`,
		ignorePatterns: ['**', '!nodes/**', '!test/{unit,support}/**', '!package.json'],
		// types are stripped for each test, so nothing has to silence them
		disableTypeChecks: false,
		tempDirName: 'reports/mutants/copies',
		reporters: ['clear-text', 'html'],
		clearTextReporter: {
			allowColor: false,
			logTests: false,
			reportTests: false,
			reportScoreTable: false,
		},
		htmlReporter: { fileName: `${report}.html` },
	}).runMutationTest();
	const those = (statuses: ReadonlySet<string>) =>
		results.filter(({ status }) => statuses.has(status)).length;
	return { killed: those(KILLED), mutants: those(TRIED) };
}
