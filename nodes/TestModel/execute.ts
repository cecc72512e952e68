import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { removeIfEnded } from '../shared/api/removeTwin';
import { foundHint } from '../shared/n8n/foundHint';
import { showHints } from '../shared/n8n/hints';
import { runKey } from '../shared/n8n/runKey';
import type { Evaluation } from '../shared/speech/entities';
import { idOf } from '../shared/speech/references';
import { simplifyEvaluation, fieldsWithoutSecrets } from '../shared/speech/simplify';
import { quoted } from '../shared/speech/text';
import { memosOf, type Case } from '../shared/waiting/case';
import { runWaiting } from '../shared/waiting/run';
import type { Run, WaitingNode } from '../shared/waiting/waitingNode';
import { checkTest } from './plan/checkTest';
import { compareModels } from './verdict/compareModels';
import { explainTestEnding } from './explainTestEnding';
import { explainVerdict } from './verdict/explainVerdict';
import { CANDIDATE, figuresOf, REFERENCE } from '../shared/speech/figures';
import { memoOf, readResultOptions } from './result/readMemo';
import { readTestPlan } from './plan/readTestPlan';
import { DEFAULT_GIVE_UP_DAYS } from './defaults';
import { reportFiles } from './report/reportFiles';
import { startTest } from './startTest';
import type { TestMemo } from './testMemo';
import { testResult, testSummary, type Judgement } from './result/testResult';
import { readUtterances, type ReadUtterances } from './utterances/readUtterances';
import { worstUtterances } from './utterances/worstUtterances';

const testModel: WaitingNode<TestMemo, Evaluation> = {
	async begin({ context, client }, itemIndex) {
		// Read before anything is started: an expression that fails later would hide the test.
		const resultOptions = readResultOptions(context, itemIndex);
		const plan = await readTestPlan(context, client, itemIndex);
		checkTest(plan);
		const settle = await startTest(client, plan, runKey(context));
		return async () => {
			const { entity, reused, twin } = await settle();
			const memo = { ...memoOf(plan, resultOptions, reused), twin };
			showHints(context, memo.remarks);
			return { job: { kind: 'evaluation', id: idOf(entity) }, memo };
		};
	},

	resultFields({ ending: { entity: evaluation }, memo }) {
		if (!evaluation) return {};
		return {
			test: memo.simplified
				? { ...simplifyEvaluation(evaluation) }
				: fieldsWithoutSecrets(evaluation),
		};
	},

	async finish(run, { ending: { entity: evaluation }, memo }) {
		const judgement = judge(evaluation, memo);
		const read = await readWorst(run, evaluation, memo);
		const twin = await removeIfEnded(run.client, memo.twin);
		const done = { ...memo, twin };
		const report = memo.report ? reportFiles(evaluation, memo, judgement, read) : null;
		return {
			json: {
				test: testResult(evaluation, done, judgement, read),
				...(report && { report: report.json }),
				summary: testSummary(evaluation, done, judgement),
			},
			...(report && { binary: report.binary }),
		};
	},

	foundBefore: testedBefore,

	explain: explainTestEnding,
};

/** Tests the models of all items, waits for all tests together, and gives back every item with its verdict. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await runWaiting(this, testModel, DEFAULT_GIVE_UP_DAYS);
}

function testedBefore(cases: Array<Case<TestMemo, Evaluation>>): string | null {
	const memos = memosOf(cases);
	return foundHint({
		sentences: memos
			.filter(({ reused }) => reused)
			.map(
				({ candidate }) =>
					`Model ${quoted(candidate.displayName)} was tested the same way before, so no test was started.`,
			),
		total: memos.length,
		noun: 'model',
		several: ['Already tested the same way', 'No test was started for them.'],
	});
}

function judge(evaluation: Evaluation, { rule }: TestMemo): Judgement {
	if (rule === null) return null;
	const reference = figuresOf(evaluation, REFERENCE);
	const candidate = figuresOf(evaluation, CANDIDATE);
	const comparison = compareModels(reference, candidate, rule);
	return { ...comparison, why: explainVerdict(comparison, reference, candidate, rule) };
}

async function readWorst(
	{ client }: Run,
	evaluation: Evaluation,
	{ worst }: TestMemo,
): Promise<ReadUtterances> {
	if (worst === 0) return { utterances: [], note: null };
	const { utterances, note } = await readUtterances(client, idOf(evaluation));
	return { utterances: worstUtterances(utterances, worst), note };
}
