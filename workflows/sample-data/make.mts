// Writes the sample data that lies beside this file: node --import tsx workflows/sample-data/make.mts
// Texts and sounds are made here and belong to nobody else.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeWav } from '../../test/support/makeWav.mts';
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

/** What is said in a recording, and the pitch of the tones that stand for it. */
interface Recording {
	name: string;
	said: string;
	pitch: number;
}

const TRAINING: Recording[] = [
	{ name: 'order-1.wav', said: 'I would like to order a lantern', pitch: 220 },
	{ name: 'order-2.wav', said: 'the tent should go to my office', pitch: 277 },
	{ name: 'return-1.wav', said: 'the jacket I got is too small', pitch: 330 },
	{ name: 'return-2.wav', said: 'where do I send the sleeping bag back to', pitch: 392 },
];

// Every count of parts is a divisor of CALLS, and only all of them together repeat after it: no call is like another.
const CALLS = 84;
const OPENINGS = [
	'hello I have a question about',
	'good morning I am calling about',
	'hi this is my second call about',
	'yes hello my order number is nine four two and I bought',
	'excuse me I would like to talk to someone about',
	'good evening my wife and I have just received',
];
const PRODUCTS = ['Trailmaster jacket', 'Ridgeline tent', 'Nimbus sleeping bag', 'Glowfly lantern'];
const COLORS = ['green', 'orange', 'slate'];
const REQUESTS = [
	'and it has not arrived yet even though the parcel left last Tuesday',
	'but the one in the box is smaller than the picture in your catalog',
	'and I would like to send it back because it is a gift we already have',
	'can you tell me whether it will be in stock again before the holidays',
	'because it stopped working after a single night in the rain',
	'and I was charged twice for it so please return the second payment',
	'could you deliver it to my office instead of my home address',
];

/** Calls with enough words for a verdict of Test Model: it asks for 1,000. */
const TESTING: Recording[] = Array.from({ length: CALLS }, (_, index) => {
	const part = (parts: string[]) => parts[index % parts.length];
	return {
		name: `call-${String(index + 1).padStart(2, '0')}.wav`,
		said: `${part(OPENINGS)} the ${part(COLORS)} ${part(PRODUCTS)} ${part(REQUESTS)}`,
		pitch: 200 + (index % 12) * 20,
	};
});

/** For each word a tone and a pause. With noise it packs to about a half, as speech does; without, to nearly nothing. */
function soundOf({ said, pitch }: Recording, { withNoise }: { withNoise: boolean }): Buffer {
	const words = said.split(' ');
	const perWord = SAMPLE_RATE / 5;
	const data = Buffer.alloc(words.length * perWord * 2);
	let noise = pitch;
	for (let at = 0; at < words.length * perWord; at++) {
		noise = (Math.imul(noise, 1_103_515_245) + 12_345) >>> 0;
		const word = words[Math.floor(at / perWord)];
		const isTone = at % perWord < perWord * 0.7;
		const hertz = pitch * (1 + word.length / 12);
		const period = withNoise ? SAMPLE_RATE / hertz : Math.round(SAMPLE_RATE / hertz);
		const tone = Math.sin((2 * Math.PI * at) / period);
		const sample = (isTone ? 6_000 * tone : 0) + (withNoise ? (noise >>> 25) - 64 : 0);
		data.writeInt16LE(Math.round(sample), at * 2);
	}
	return makeWav({ samples: data, sampleRate: SAMPLE_RATE });
}

function archive(recordings: Recording[], sound: { withNoise: boolean }): Buffer {
	const transcripts = recordings.map(({ name, said }) => `${name}\t${said}\n`).join('');
	return makeZip([
		...recordings.map((one) => ({ name: one.name, content: soundOf(one, sound) })),
		{ name: 'trans.txt', content: BOM + transcripts },
	]);
}

const FILES = {
	'plain-text.txt': BOM + PLAIN_TEXT,
	'structured-text.md': BOM + STRUCTURED_TEXT,
	'pronunciation.txt': BOM + PRONUNCIATION,
	'training-audio.zip': archive(TRAINING, { withNoise: true }),
	'testing-audio.zip': archive(TESTING, { withNoise: false }),
};
for (const [name, content] of Object.entries(FILES))
	writeFileSync(join(import.meta.dirname, name), content);
