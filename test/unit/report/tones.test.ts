import { EXPIRATION_TONES } from '../../../nodes/CheckExpiration/report/statusTones';
import { TEST_TONES } from '../../../nodes/TestModel/report/testTones';
import { BOX, MARK, PAGE, PAGE_TONES, TRACK, type Tone } from '../../../nodes/shared/report/tones';

const EVERY_TONE = [...PAGE_TONES, ...EXPIRATION_TONES, ...TEST_TONES];
const SCHEMES = ['light', 'dark'] as const;
/** Lines that only separate, which nobody needs to see. */
const QUIET_LINES = ['box', 'rule'];

/** Red, green and blue from 0 to 1. */
function channels(color: string): number[] {
	return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
}

/** How bright something looks, as the Web Content Accessibility Guidelines define it. */
function luminance(color: number[]): number {
	const [red, green, blue] = color.map((share) =>
		share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4,
	);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: number[], other: number[]): number {
	const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (bright + 0.05) / (dark + 0.05);
}

/** What a mail program makes of a color when it darkens a page by itself: its lightness is turned around. */
function darkened(color: number[]): number[] {
	const shift = 1 - Math.max(...color) - Math.min(...color);
	return color.map((share) => share + shift);
}

const pairs = SCHEMES.flatMap((scheme) =>
	EVERY_TONE.map((tone) => ({ scheme, name: tone.name, tone })),
);
const withText = pairs.filter(({ tone, scheme }) => tone[scheme].color);
const groundsOf = (tone: Tone, scheme: 'light' | 'dark') => {
	const own = tone[scheme].background;
	const verdict = TEST_TONES.find(({ name }) => `${name}-word` === tone.name)?.[scheme].background;
	const ground = own ?? verdict;
	return ground ? [ground] : [PAGE, BOX].map((one) => one[scheme].background ?? '');
};

describe('The tones of the reports', () => {
	it.each(withText)('can be read: $name, $scheme', ({ tone, scheme }) => {
		for (const ground of groundsOf(tone, scheme)) {
			const colors = [tone[scheme].color ?? '', ground].map(channels);
			expect(contrast(colors[0], colors[1])).toBeGreaterThanOrEqual(4.5);
		}
	});

	it.each(withText.filter(({ scheme }) => scheme === 'light'))(
		'can be read when a mail program darkens them by itself: $name',
		({ tone }) => {
			for (const ground of groundsOf(tone, 'light')) {
				const colors = [tone.light.color ?? '', ground].map(channels).map(darkened);
				expect(contrast(colors[0], colors[1])).toBeGreaterThanOrEqual(4.5);
			}
		},
	);

	const bars = pairs.filter(({ name }) => name.endsWith('-bar'));
	it.each(bars)('let a bar be told from what it runs on: $name, $scheme', ({ tone, scheme }) => {
		expect(bars.length).toBeGreaterThan(10);
		for (const ground of [TRACK, BOX]) {
			const [one, other] = [tone, ground].map((each) => channels(each[scheme].background ?? ''));
			expect(contrast(one, other)).toBeGreaterThanOrEqual(3);
		}
	});

	const edges = pairs.filter(
		({ name, tone, scheme }) => tone[scheme]['border-color'] && !QUIET_LINES.includes(name),
	);
	it.each(edges)('let a line be told from what it is on: $name, $scheme', ({ tone, scheme }) => {
		expect(edges.map(({ name }) => name)).toContain(MARK.name);
		const ground = channels(BOX[scheme].background ?? '');
		expect(contrast(channels(tone[scheme]['border-color'] ?? ''), ground)).toBeGreaterThanOrEqual(
			3,
		);
	});

	it('have a name each, and the same parts in both', () => {
		const names = EVERY_TONE.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		for (const { light, dark } of EVERY_TONE) expect(Object.keys(dark)).toEqual(Object.keys(light));
	});
});
