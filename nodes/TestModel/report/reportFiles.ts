import type { IBinaryKeyData } from 'n8n-workflow';

import { utcDay } from '../../shared/speech/dates';
import type { Evaluation } from '../../shared/speech/entities';
import { idOf } from '../../shared/speech/references';
import { cleanText } from '../../shared/speech/text';
import { CANDIDATE, figuresOf, REFERENCE } from '../../shared/speech/figures';
import { htmlReport } from './htmlReport';
import { markdownReport } from './markdownReport';
import type { Report } from './report';
import type { TestedModel, TestMemo } from '../testMemo';
import type { Judgement } from '../result/testResult';
import type { ReadUtterances } from '../utterances/readUtterances';

/** The report as texts for a mail and a chat, and as a file in the item's binary field `report`. */
export function reportFiles(
	evaluation: Evaluation,
	memo: TestMemo,
	judgement: Judgement,
	read: ReadUtterances,
): { json: { html: string; markdown: string }; binary: IBinaryKeyData } {
	const report = reportOf(evaluation, memo, judgement, read);
	const html = htmlReport(report);
	const page = Buffer.from(html, 'utf8');
	return {
		json: { html, markdown: markdownReport(report) },
		binary: {
			report: {
				// Kept in the item itself: a stored wait ends in another execution than the one that goes on with it.
				data: page.toString('base64'),
				mimeType: 'text/html',
				fileType: 'html',
				fileName: `test-${idOf(evaluation)}.html`,
				fileExtension: 'html',
				fileSize: `${Math.ceil(page.length / 1024)} kB`,
			},
		},
	};
}

function reportOf(
	evaluation: Evaluation,
	memo: TestMemo,
	judgement: Judgement,
	read: ReadUtterances,
): Report {
	const reported = ({ displayName, role }: TestedModel, which: 1 | 2) => ({
		name: cleanText(displayName, 100),
		role,
		figures: figuresOf(evaluation, which),
	});
	return {
		testName: cleanText(evaluation.displayName, 200),
		evaluationId: idOf(evaluation),
		day: utcDay(evaluation.lastActionDateTime ?? evaluation.createdDateTime),
		locale: cleanText(evaluation.locale, 20),
		datasetName: memo.datasetName,
		verdict: judgement,
		remarks: [...memo.remarks, ...(read.note === null ? [] : [read.note])],
		reference: reported(memo.reference, REFERENCE),
		candidate: reported(memo.candidate, CANDIDATE),
		utterances: read.utterances,
	};
}
