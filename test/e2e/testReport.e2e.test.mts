import { openReports } from './support/reports.mts';

import { htmlReport } from '../../dist/nodes/TestModel/report/htmlReport';
import { hearingOf } from '../../dist/nodes/TestModel/utterances/parseScore';

const HOSTILE = [
	'<img src=x onerror="document.title=\'broken in\'">',
	'<script>document.title="broken in"</script>',
	'</span></p><iframe src="https://example.com"></iframe>',
	'" onmouseover="document.title=1" x="',
	'<style>body{background:url(https://example.com/x)}</style>',
	'<svg/onload=document.title=1>',
];
const ENDLESS = 'donaudampfschifffahrtsgesellschaft'.repeat(12);

const FIGURES = {
	wordErrorRate: 0.1234,
	sentenceErrorRate: 1,
	tokenErrorRate: null,
	wordCount: 1_234_567,
	wordInsertionCount: 12_345,
	wordDeletionCount: 23_456,
	wordSubstitutionCount: 116_543,
};

/** A report in which every text comes from somebody who means harm, or knows no end. */
function hostileReport() {
	const hostile = HOSTILE.join(' ');
	const model = (name) => ({ name, role: hostile, figures: FIGURES });
	const heard = (said, words) => hearingOf(said, words, null);
	const texts = [...HOSTILE, ENDLESS, `${ENDLESS} ${ENDLESS}`, 'مرحبا <b>بك</b> هنا'];
	return {
		testName: hostile,
		evaluationId: '1b2c3d4e-0000-4000-8000-000000000001',
		day: '2026-11-01',
		locale: hostile,
		datasetName: ENDLESS,
		verdict: { verdict: 'inconclusive', why: hostile },
		remarks: HOSTILE,
		reference: model(ENDLESS),
		candidate: model(hostile),
		utterances: texts.map((text) => ({
			audio: text,
			said: text,
			reference: heard(text, `${text} ${hostile}`),
			candidate: heard(text, 'something else'),
		})),
	};
}

describe('The page of a test made of hostile and endless texts', () => {
	let reports;
	beforeAll(async () => {
		reports = await openReports();
	});
	afterAll(async () => await reports?.close());

	test.each([
		['phone', 390],
		['desktop', 1280],
	])('fits a %s, and every text in it is nothing but text', async (device, width) => {
		const page = htmlReport(hostileReport());
		const seen = await reports.show(page, { width, picture: `hostile-report-${device}` });
		expect(seen).toMatchObject({ overflow: [], requests: [], complaints: [] });
		expect([seen.images, seen.scripts, seen.frames]).toEqual([0, 0, 0]);
		expect(seen.title).toContain('<img src=x');
		for (const text of HOSTILE) expect(seen.text).toContain(text);
	});
});
