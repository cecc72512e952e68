import { isoSeconds } from '../../api/dates.mts';
import { stableId } from '../../domain/stableId.mts';
import { yearsAfterQuarter } from '../../domain/time/quarter.mts';
import { baseModelId } from './baseModels.mts';

const DAY = 86_400_000;

const id = (name: string) => stableId(`demo ${name}`);
const common = { locale: 'en-US', project: id('project') };

/**
 * A contact centre whose main model is about to expire.
 */
export function demoAt(now: number) {
	const ago = (days: number) => new Date(now - days * DAY).toISOString();
	const datasets = [id('product names'), id('brand pronunciations')];
	const model = { ...common, datasets };
	return {
		projects: [
			{
				id: id('project'),
				displayName: 'Contact center',
				description: 'Phone calls of the shop',
				locale: 'en-US',
				createdDateTime: ago(710),
			},
		],
		datasets: datasetsAt(ago),
		models: [
			{
				...model,
				id: id('retail'),
				displayName: 'Retail en-US',
				baseModel: baseModelId('en-US', 'old'),
				createdDateTime: ago(690),
				properties: {
					customModelWeightPercent: 30,
					// Set by hand, because the story needs this date on whatever day it is told.
					deprecationDates: { transcriptionDateTime: isoSeconds(now + 20 * DAY) },
				},
			},
			{
				...model,
				id: id('returns'),
				displayName: 'Returns en-US',
				baseModel: baseModelId('en-US', 'second'),
				createdDateTime: ago(100),
				properties: {
					customModelWeightPercent: 30,
					deprecationDates: {
						transcriptionDateTime: isoSeconds(yearsAfterQuarter(now - 100 * DAY, 2)),
					},
				},
			},
		],
		endpoints: [
			{
				...common,
				id: id('retail live'),
				displayName: 'Retail live',
				model: id('retail'),
				createdDateTime: ago(689),
			},
			{
				...common,
				id: id('returns live'),
				displayName: 'Returns live',
				model: id('returns'),
				createdDateTime: ago(99),
			},
		],
	};
}

/** What the models of the story are trained with. */
function datasetsAt(ago: (days: number) => string) {
	return [
		{
			...common,
			id: id('product names'),
			displayName: 'Product names 2026',
			kind: 'Language',
			createdDateTime: ago(705),
			properties: { acceptedLineCount: 1284 },
		},
		{
			...common,
			id: id('brand pronunciations'),
			displayName: 'Brand pronunciations',
			kind: 'Pronunciation',
			createdDateTime: ago(704),
			properties: { acceptedLineCount: 96 },
		},
	];
}
