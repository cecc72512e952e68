'use strict';

const { Unusable } = require('./finding.js');

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** @typedef {{ number: number, text: string }} Line */

/**
 * The lines of a UTF-8 text, counted from 1, without their ends and without a byte-order mark.
 * @param {AsyncIterable<Uint8Array> | Iterable<Uint8Array>} chunks
 * @param {{ bomNeeded: boolean, what: string }} rule `what` names the text in an error
 * @returns {AsyncGenerator<Line>}
 */
async function* linesOf(chunks, { bomNeeded, what }) {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let head = Buffer.alloc(0);
	let number = 0;
	/** @type {string[]} pieces of a line that has not ended */
	let open = [];
	const decode = (/** @type {Uint8Array | undefined} */ bytes) => {
		try {
			return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
		} catch {
			throw new Unusable(`${what} is not valid UTF-8 near line ${number + 1}.`, 'NoUtf8WithBom');
		}
	};
	const checkBom = () => {
		if (!bomNeeded || BOM.equals(head.subarray(0, 3))) return;
		throw new Unusable(`${what} is not UTF-8 with a byte-order mark (BOM).`, 'NoUtf8WithBom');
	};
	for await (const chunk of chunks) {
		if (head.length < BOM.length) {
			head = Buffer.concat([head, chunk.subarray(0, BOM.length)]);
			if (head.length >= BOM.length) checkBom();
		}
		const pieces = decode(chunk).split('\n');
		const last = pieces.pop() ?? '';
		for (const piece of pieces) {
			yield { number: ++number, text: [...open, piece].join('').replace(/\r$/, '') };
			open = [];
		}
		if (last !== '') open.push(last);
	}
	checkBom();
	open.push(decode(undefined));
	const text = open.join('');
	if (text !== '') yield { number: ++number, text };
}

/** @param {string} text */
function isBlank(text) {
	return text.trim() === '';
}

module.exports = { linesOf, isBlank };
