/// <reference types="jest" />

/**
 * What stands for a value in an expectation is no value: jest's own types call it `any`, and what it touches is no
 * longer checked. The reference above has these declarations come later, so that they are the first to be tried.
 */
declare namespace jest {
	interface Expect {
		anything(): unknown;
		any(kind: abstract new (...given: never) => unknown): unknown;
		arrayContaining(items: readonly unknown[]): unknown;
		objectContaining(part: object): unknown;
		stringContaining(part: string): unknown;
		stringMatching(pattern: string | RegExp): unknown;
	}

	interface InverseAsymmetricMatchers {
		arrayContaining(items: readonly unknown[]): unknown;
		objectContaining(part: object): unknown;
		stringContaining(part: string): unknown;
		stringMatching(pattern: string | RegExp): unknown;
	}
}
