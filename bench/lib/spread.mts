/**
 * Median and spread of some measurements.
 *
 */
function spread(values: number[]) {
	const sorted = [...values].sort((one, other) => one - other);
	const at = (share) => sorted[Math.round((sorted.length - 1) * share)];
	return { median: at(0.5), least: sorted[0], most: sorted.at(-1), rounds: sorted.length };
}

/** `12.3 (11.0 to 15.1)` */
function inWords({ median, least, most }, digits = 1) {
	return `${median.toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
}

export { spread, inWords };
