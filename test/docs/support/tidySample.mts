import { HOST } from './contactCentre.mts';

const LONGEST_TEXT = 300;
const SHOWN_TEXT = 60;

/**
 * Makes what a node gave fit to be shown: the emulator's host becomes that of a region, and a text as long as a page
 * is cut.
 *
 */
function tidySample(sample: object, { url }: { url: string }) {
	const tidyText = (text) => {
		const tidied = text.replaceAll(url, `https://${HOST}`);
		return tidied.length > LONGEST_TEXT ? `${tidied.slice(0, SHOWN_TEXT)} ...` : tidied;
	};
	return JSON.parse(
		JSON.stringify(sample, (_, value) => (typeof value === 'string' ? tidyText(value) : value)),
	);
}

export { tidySample };
