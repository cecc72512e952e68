const MINUTE = 60_000;

/**
 * How long each kind of job takes by the emulator's clock, in milliseconds.
 */
export type Durations = {
	queued: number;
	dataset: number;
	trainingText: number;
	trainingAcoustic: number;
	evaluation: number;
	endpoint: number;
	copy: number;
};

/** @type {Durations} */
const defaultDurations: Durations = {
	queued: 20_000,
	dataset: 2 * MINUTE,
	trainingText: 40 * MINUTE,
	trainingAcoustic: 600 * MINUTE,
	evaluation: 10 * MINUTE,
	endpoint: 5 * MINUTE,
	copy: 5 * MINUTE,
};

export { defaultDurations };
