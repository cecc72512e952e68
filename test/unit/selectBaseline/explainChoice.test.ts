import { chooseBaseline, type BaselineWish } from '../../../nodes/SelectBaseline/chooseBaseline';
import {
	baselineSummary,
	noneFits,
	specificDoesNotFit,
	waysOut,
} from '../../../nodes/SelectBaseline/explainChoice';
import { NOW, baseModel, uuid } from '../entities';
import { HOLES } from '../failures';

const WISH: BaselineWish = {
	locale: 'en-US',
	minimumTrainingDays: 30,
	datasetKinds: ['Acoustic'],
	charging: 'free',
};
type Base = ReturnType<typeof baseModel>;
const errorFor = (bases: Base[]) => noneFits(chooseBaseline(bases, WISH, NOW), WISH);

describe('the error when no base model fits', () => {
	it.each<[string, Base, RegExp, RegExp]>([
		['readiness', baseModel({ status: 'Running' }), /1 not ready/, /wait until/i],
		['locale', baseModel({ locale: 'en-GB' }), /1 of another locale/, /'Locale'/],
		[
			'an end that is past',
			baseModel({ trainableUntil: '2026-01-01' }),
			/1 no longer trainable/,
			/newer base model/,
		],
		[
			'an end that is near',
			baseModel({ trainableUntil: '2026-11-20' }),
			/1 trainable for less than 30 days/,
			/lower 'Minimum Training Time Left \(Days\)'/i,
		],
		[
			'kinds',
			baseModel({ kinds: ['Language'] }),
			/1 without support for Audio \+ Human-Labeled Transcript/,
			/'Dataset Kinds'/,
		],
		[
			'charge',
			baseModel({ charged: true }),
			/1 charged for training/,
			/'Training Charge' to Any\. According to Microsoft, training is charged for every base model/,
		],
		[
			'endpoints',
			baseModel({ endpoints: false }),
			/1 for batch transcription only/,
			/'Allow Base Models Without Endpoints'/,
		],
	])('names %s as the rule, and what would relax it', (_name, base, message, advice) => {
		const error = errorFor([base]);
		expect(error.message).toMatch(message);
		expect(error.message).toContain("'en-US'");
		expect(error.advice).toMatch(advice);
		expect(`${error.message} ${error.advice}`).not.toMatch(HOLES);
	});

	it('says what to do when nothing but a base model for audio is left and the data are not known', () => {
		const unknown: BaselineWish = { ...WISH, datasetKinds: [], charging: 'any' };
		const choice = chooseBaseline([baseModel({ kinds: ['Acoustic'] })], unknown, NOW);
		const error = noneFits(choice, unknown);
		expect(error.message).toMatch(/1 that accept only audio/);
		expect(error.advice).toMatch(/'Dataset Kinds' to Chosen Here and select the kinds/);
	});

	it('does not speak of free base models to somebody who wants charged ones', () => {
		const charged = { ...WISH, charging: 'charged' } as const;
		const choice = chooseBaseline([baseModel()], charged, NOW);
		const error = noneFits(choice, charged);
		expect(error.message).toMatch(/: 1 not charged for training\.$/);
		expect(error.advice).toBe("Set 'Training Charge' to Any.");
	});

	it.each([
		[
			['Acoustic', 'AudioFiles'],
			['Language'],
			/: 1 without support for Audio \+ Human-Labeled Transcript, Audio Only\.$/,
		],
		[[], [], /: 1 without support for training\.$/],
	])('names the kinds %j that are not supported', (datasetKinds, kinds, message) => {
		const wished = { ...WISH, datasetKinds };
		const choice = chooseBaseline([baseModel({ kinds })], wished, NOW);
		expect(noneFits(choice, wished).message).toMatch(message);
	});

	it('says how many each rule removed, the strictest rule first', () => {
		const error = errorFor([
			baseModel({ number: 1, status: 'Failed' }),
			baseModel({ number: 2, charged: true }),
			baseModel({ number: 3, kinds: [] }),
			baseModel({ number: 4, charged: true }),
			baseModel({ number: 5, charged: true }),
			baseModel({ number: 6, kinds: [] }),
		]);
		expect(error.message).toBe(
			"None of the 6 base models for 'en-US' fits: 3 charged for training, 2 without support for Audio + Human-Labeled Transcript, 1 not ready.",
		);
		expect(error.advice).toMatch(/^Set 'Training Charge' to Any, or .*'Dataset Kinds'.*, or wait/);
	});

	it('counts a base model by the first rule that removes it only', () => {
		const error = errorFor([baseModel({ status: 'Failed', charged: true, kinds: [] })]);
		expect(error.message).toMatch(/1 not ready\.$/);
	});

	it('says so when the locale has none at all', () => {
		const error = errorFor([]);
		expect(error.message).toBe("The service has no base model for the locale 'en-US'.");
		expect(error.advice).toContain("'Locale'");
	});
});

describe('the summary of a choice', () => {
	it.each([
		[baseModel(), 0, "Base model '20260912' (en-US) was selected: trainable until 2027-10-15."],
		[
			baseModel(),
			1,
			"Base model '20260912' (en-US) was selected: trainable until 2027-10-15; 1 other not selected.",
		],
		[
			baseModel({ charged: true }),
			5,
			"Base model '20260912' (en-US) was selected: trainable until 2027-10-15, training is charged; 5 others not selected.",
		],
		[
			baseModel({ endpoints: false }),
			0,
			"Base model '20260912' (en-US) was selected: trainable until 2027-10-15, for batch transcription only.",
		],
	])('is one sentence (%#)', (base, rejected, sentence) => {
		expect(baselineSummary(base, rejected)).toBe(sentence);
	});

	it.each([undefined, {}])('can be told of properties %j', (properties) => {
		expect(baselineSummary({ ...baseModel(), properties }, 0)).toMatch(
			/^Base model '20260912' \(en-US\) was selected: trainable until an unknown date\.$/,
		);
	});
});

describe('the error when the named base model does not fit', () => {
	it('gives the reason', () => {
		const passed = { id: uuid(1), displayName: '20260912', reason: 'its status is Failed' };
		const error = specificDoesNotFit(passed);
		expect(error.message).toBe("Base model '20260912' does not fit: its status is Failed.");
		expect(error.advice).toBe(
			"Choose another one in 'Base Model', or set 'Base Model Selection' to Newest That Fits.",
		);
	});

	it.each<[string, Base, Partial<BaselineWish>, RegExp]>([
		[
			'the option',
			baseModel({ endpoints: false }),
			{},
			/Newest That Fits\. Or for batch transcription, turn on 'Allow Base Models Without Endpoints'\.$/,
		],
		['the kinds', baseModel({ kinds: [] }), {}, /Or select fewer kinds of dataset/],
		['the charge', baseModel({ charged: true }), { charging: 'free' }, /Or set 'Training Charge'/],
		[
			'the days',
			baseModel({ trainableUntil: '2026-11-20' }),
			{},
			/Or lower 'Minimum Training Time Left/,
		],
		['what is free', baseModel({ charged: true }), { charging: 'free' }, /According to Microsoft/],
		[
			'nothing more',
			baseModel({ status: 'Failed' }),
			{},
			/'Base Model Selection' to Newest That Fits\.$/,
		],
	])('names %s', (_name, base, changes, advice) => {
		const named = { ...WISH, datasetKinds: [], isNamed: true, ...changes };
		const choice = chooseBaseline([base], named, NOW);
		const error = specificDoesNotFit(choice.rejected[0], waysOut(choice, named));
		expect(error.advice).toMatch(advice);
	});
});
