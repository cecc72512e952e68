import type { ImportReport } from '../../../nodes/UploadDataset/result/importReport';
import { refuseRejected } from '../../../nodes/UploadDataset/result/refuseRejected';
import { dataset, uuid } from '../entities';
import { inputErrorOf, thrownBy } from '../failures';

/** A report of 10,000 lines. */
const rejecting = (rejectedPercent: number, more: Partial<ImportReport> = {}): ImportReport => ({
	acceptedLineCount: 10_000 - rejectedPercent * 100,
	rejectedLineCount: rejectedPercent * 100,
	rejectedPercent,
	rejectedLines: null,
	...more,
});

const refuse = (report: ImportReport, most: number) => () => {
	refuseRejected(dataset(), report, most);
};

describe('data of which the service has rejected a share', () => {
	it.each([
		[0, 0],
		[20, 20],
		[19.99, 20],
		[100, 100],
		[0.01, 0.01],
	])('of %d %% passes when up to %d %% may be', (share, most) => {
		expect(thrownBy(refuse(rejecting(share), most))).toBeUndefined();
	});

	it.each([
		[0.01, 0],
		[20.01, 20],
		[100, 99.99],
		[50, 0],
	])('of %d %% fails when up to %d %% may be', (share, most) => {
		expect(inputErrorOf(refuse(rejecting(share), most)).message).toBe(
			`The service rejected ${share * 100} of 10000 lines (${share}%) of dataset 'Product names', more than the ${most}% in 'Maximum Rejected Lines (%)'.`,
		);
	});

	it('passes when nothing is known of its lines', () => {
		const unknown = rejecting(50, { rejectedPercent: null });
		expect(thrownBy(refuse(unknown, 0))).toBeUndefined();
	});

	it('is counted by what is known', () => {
		const report = rejecting(100, { acceptedLineCount: null, rejectedLineCount: 3 });
		expect(inputErrorOf(refuse(report, 0)).message).toContain('rejected 3 of 3 lines');
	});

	it('fails with the first 10 of its lines and what to do', () => {
		const lines = Array.from({ length: 11 }, (_, index) => ({
			line: index + 1,
			file: 'trans.txt',
			inputText: 'what a person said',
			reason: 'It repeats itself.',
		}));
		const { advice } = inputErrorOf(refuse(rejecting(50, { rejectedLines: lines }), 0));
		expect(advice.split('\n')).toEqual([
			...lines.slice(0, 10).map(({ line }) => `trans.txt, line ${line}: It repeats itself.`),
			`Fix the lines, and upload the file again. The dataset stays in Azure (ID ${uuid(1)}).`,
		]);
	});

	it('fails with what to do alone when no line is known', () => {
		expect(inputErrorOf(refuse(rejecting(50), 0)).advice).toMatch(/^Fix the lines/);
	});
});
