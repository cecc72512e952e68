import { isObject } from '../json.mts';
import type { Place, Rejection, Utterance } from './finding.mts';

/** The lines that are told one by one. */
export interface ToldLines {
	rejections: Rejection[];
	acceptances: Place[];
}

/**
 * Reads told lines as they were stored; anything else is an error.
 */
export function readToldLines(bytes: Buffer): ToldLines {
	const value: unknown = JSON.parse(bytes.toString());
	if (isToldLines(value)) return value;
	throw new Error('What is stored are no lines of a content.');
}

/**
 * Reads transcripts as they were stored; anything else is an error.
 */
export function readUtterances(bytes: Buffer): Utterance[] {
	const value: unknown = JSON.parse(bytes.toString());
	if (isListOf(value, isUtterance)) return value;
	throw new Error('What is stored are no transcripts.');
}

function isToldLines(value: unknown): value is ToldLines {
	return (
		isObject(value) &&
		isListOf(value.rejections, isRejection) &&
		isListOf(value.acceptances, isPlace)
	);
}

function isRejection(value: unknown): value is Rejection {
	return isPlace(value) && 'reason' in value && typeof value.reason === 'string';
}

function isPlace(value: unknown): value is Place {
	if (!isObject(value)) return false;
	const { lineNumber = 0, name = '', text = '' } = value;
	return typeof lineNumber === 'number' && typeof name === 'string' && typeof text === 'string';
}

function isUtterance(value: unknown): value is Utterance {
	return isObject(value) && typeof value.audio === 'string' && typeof value.text === 'string';
}

function isListOf<T>(value: unknown, isOne: (one: unknown) => one is T): value is T[] {
	return Array.isArray(value) && value.every(isOne);
}
