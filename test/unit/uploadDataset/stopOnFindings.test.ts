import {
	stopOnFindings,
	stopOnOpenKind,
} from '../../../nodes/UploadDataset/findings/stopOnFindings';
import type { UploadPlan } from '../../../nodes/UploadDataset/plan/uploadPlan';
import { inputErrorOf, thrownBy } from '../failures';
import { planOf } from './plans';

const refusal = (plans: UploadPlan[]) =>
	inputErrorOf(() => {
		stopOnFindings(plans);
	});
const bad = { findings: ['It has no tab.'] };
const unsendable = { ...bad, inspection: { sent: null } };
const ANYWAY = "To upload it anyway, set 'Validate Before Upload' to Warn Only";

describe('files that were looked at', () => {
	it.each<[string, UploadPlan[]]>([
		['are good', [planOf(), planOf()]],
		['were not looked at', [planOf({ isInspected: false })]],
		['have findings that only warn', [planOf({ ...bad, validate: 'warn' })]],
		['are none', []],
	])('are sent when they %s', (_when, plans) => {
		expect(
			thrownBy(() => {
				stopOnFindings(plans);
			}),
		).toBeUndefined();
	});

	it('are not sent with a finding, which is named with its place and how to fix it', () => {
		const { message, advice } = refusal([planOf(bad)]);
		expect(message).toBe("'calls.zip' was not uploaded. Line 3: It has no tab.");
		expect(advice.split('\n')).toEqual([
			"'calls.zip':",
			'Line 3: It has no tab. Fix it.',
			`Fix the file, and run the workflow again. ${ANYWAY}.`,
		]);
	});

	it('are told with the first of several findings, and all of them in the advice', () => {
		const { message, advice } = refusal([planOf({ findings: ['First.', 'Second.'] })]);
		expect(message).toBe("'calls.zip' was not uploaded. Line 3: First. (first of 2 findings)");
		expect(advice).toMatch(/\nLine 3: First\. Fix it\.\nLine 3: Second\. Fix it\.\n/);
	});

	it('are told in one error when several have findings', () => {
		const plans = [planOf(), planOf(bad), planOf({ ...bad, name: 'more.zip' })];
		const { message, advice } = refusal(plans);
		expect(message).toMatch(/^'calls\.zip' was not uploaded, and neither were 1 more files\. /);
		expect(advice).toMatch(/'calls\.zip':\n[^]*'more\.zip':\n/);
	});

	it('can be sent all the same by a choice that is named', () => {
		const open = { ...bad, inspection: { isKindOpen: true, doubt: 'it may be both' } };
		expect(refusal([planOf(open)]).advice).toContain(`${ANYWAY} and choose 'Data Type'.`);
		expect(refusal([planOf(bad), planOf(open)]).advice).toContain(" and choose 'Data Type'.");
		expect(refusal([planOf(bad)]).advice).toContain(`${ANYWAY}.`);
	});

	it('are not sent when they cannot be, whatever is to be done with findings', () => {
		const { message, advice } = refusal([planOf({ ...unsendable, validate: 'warn' })]);
		expect(message).toMatch(/^'calls\.zip' was not uploaded\./);
		expect(advice).toMatch(/Fix the file, and run the workflow again\.$/);
	});
});

describe('a file whose kind nobody chose', () => {
	const open = (findings: string[] = []) =>
		planOf({ findings, inspection: { isKindOpen: true, doubt: 'a tab is in some lines' } });
	const refused = (plans: UploadPlan[]) =>
		inputErrorOf(() => {
			stopOnOpenKind(plans);
		});

	it('is sent when it can be told', () => {
		expect(
			thrownBy(() => {
				stopOnOpenKind([planOf(), planOf({ isInspected: false })]);
			}),
		).toBeUndefined();
	});

	it('is not sent when it cannot be told, and the kinds it may have are named', () => {
		const { message, advice } = refused([planOf(), open()]);
		expect(message).toBe(
			"The data type of 'calls.zip' could not be detected: a tab is in some lines.",
		);
		expect(advice).toMatch(/^Choose a 'Data Type': Pronunciation if .*, Plain Text if /);
	});

	it('is not sent, and what was found in it may be why', () => {
		expect(refused([open(['It has no tab.'])]).advice).toBe(
			"Choose a 'Data Type', or fix the file:\nLine 3: It has no tab. Fix it.",
		);
	});
});
