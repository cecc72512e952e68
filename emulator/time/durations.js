'use strict';

const MINUTE = 60_000;

/**
 * How long each kind of job takes by the emulator's clock, in milliseconds.
 * @typedef {{ queued: number, dataset: number, trainingText: number, trainingAcoustic: number, evaluation: number, endpoint: number, copy: number }} Durations
 */

/** @type {Durations} */
const defaultDurations = {
	queued: 20_000,
	dataset: 2 * MINUTE,
	trainingText: 40 * MINUTE,
	trainingAcoustic: 600 * MINUTE,
	evaluation: 10 * MINUTE,
	endpoint: 5 * MINUTE,
	copy: 5 * MINUTE,
};

module.exports = { defaultDurations };
