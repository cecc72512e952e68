export interface Spread {
	median: number;
	least: number;
	most: number;
	rounds: number;
}

/** Median and spread of some measurements, of which there must be one. */
export function spread(values: number[]): Spread {
	const sorted = [...values].sort((one, other) => one - other);
	const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)];
	return { median: at(0.5), least: at(0), most: at(1), rounds: sorted.length };
}

/** `12.3 (11.0 to 15.1)` */
export function inWords({ median, least, most }: Spread, digits = 1): string {
	return `${median.toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
}
