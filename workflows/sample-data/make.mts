// Writes the sample data that lies beside this file: node workflows/sample-data/make.js
// Texts and sounds are made here and belong to nobody else.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeZip } from '../../test/support/makeZip.mts';

const BOM = '\ufeff';
const SAMPLE_RATE = 8_000;

const PLAIN_TEXT = `I would like to return the Trailmaster jacket I ordered last week
the zip of my Trailmaster backpack is broken
do you have the Ridgeline tent in green
the Ridgeline tent arrived without its pegs
can you send the Nimbus sleeping bag to another address
my Nimbus sleeping bag is too short
when will the Glowfly lantern be in stock again
the Glowfly lantern does not charge any more
please cancel my order of two Trailmaster jackets
I paid for the Ridgeline tent but got the Nimbus sleeping bag
`;

const STRUCTURED_TEXT = `// What customers ask about, and in which colors it comes.
@ list product =
- Trailmaster jacket
- Ridgeline tent
- Nimbus sleeping bag
- Glowfly lantern

@ list color =
- green
- orange
- slate

@ speech:phoneticlexicon
- Glowfly/g l ow f l ay
- Nimbus/n ih m b ax s

# Orders
- I would like to order the {@product} in {@color}
- does the {@product} come in {@color}
- my {@product} has not arrived yet

# Returns
- I want to return the {@product}
- the {@product} is {@color} but I ordered another color
`;

const PRONUNCIATION = `GLW-7\tg l w seven
RT 300\tr t three hundred
Nimbus XL\tnimbus extra large
`;

/** What is said in each recording, and the pitch of the tones that stand for it. */
const TRAINING = [
	['order-1.wav', 'I would like to order a lantern', 220],
	['order-2.wav', 'the tent should go to my office', 277],
	['return-1.wav', 'the jacket I got is too small', 330],
	['return-2.wav', 'where do I send the sleeping bag back to', 392],
];
const TESTING = [
	['call-1.wav', 'how long does a delivery to Norway take', 247],
	['call-2.wav', 'you have charged me twice for one backpack', 294],
];

/** Tones of half a word's length each with some noise between, one for each word. */
function recording(said, pitch) {
	const words = said.split(' ');
	const perWord = SAMPLE_RATE / 5;
	const data = Buffer.alloc(words.length * perWord * 2);
	let noise = pitch;
	for (let at = 0; at < words.length * perWord; at++) {
		noise = (Math.imul(noise, 1_103_515_245) + 12_345) >>> 0;
		const word = words[Math.floor(at / perWord)];
		const isTone = at % perWord < perWord * 0.7;
		const tone = Math.sin((2 * Math.PI * pitch * (1 + word.length / 12) * at) / SAMPLE_RATE);
		const sample = (isTone ? 6_000 * tone : 0) + (noise >>> 25) - 64;
		data.writeInt16LE(Math.round(sample), at * 2);
	}
	return Buffer.concat([wavHeader(data.length), data]);
}

/** PCM, 16 bit, mono. */
function wavHeader(dataBytes) {
	const header = Buffer.alloc(44);
	header.write('RIFF', 0);
	header.writeUInt32LE(36 + dataBytes, 4);
	header.write('WAVEfmt ', 8);
	header.writeUInt32LE(16, 16);
	header.writeUInt16LE(1, 20);
	header.writeUInt16LE(1, 22);
	header.writeUInt32LE(SAMPLE_RATE, 24);
	header.writeUInt32LE(SAMPLE_RATE * 2, 28);
	header.writeUInt16LE(2, 32);
	header.writeUInt16LE(16, 34);
	header.write('data', 36);
	header.writeUInt32LE(dataBytes, 40);
	return header;
}

function archive(recordings) {
	const transcripts = recordings.map(([name, said]) => `${name}\t${said}\n`).join('');
	return makeZip([
		...recordings.map(([name, said, pitch]) => ({ name, content: recording(said, pitch) })),
		{ name: 'trans.txt', content: BOM + transcripts },
	]);
}

const FILES = {
	'plain-text.txt': BOM + PLAIN_TEXT,
	'structured-text.md': BOM + STRUCTURED_TEXT,
	'pronunciation.txt': BOM + PRONUNCIATION,
	'training-audio.zip': archive(TRAINING),
	'testing-audio.zip': archive(TESTING),
};
for (const [name, content] of Object.entries(FILES))
	writeFileSync(join(import.meta.dirname, name), content);
