/** A phrase that a reader of plain US English stumbles over. */
export interface Phrase {
	/** What finds it. Words are matched as wholes. */
	find: RegExp;
	/** What to write in its place. */
	instead: string;
	/** A sentence that must be found, and one that must not. */
	hit: string;
	miss: string;
}

const words = (pattern: string) => new RegExp(`\\b(?:${pattern})\\b`, 'gi');
const phrase = (pattern: string, instead: string, hit: string, miss: string): Phrase => ({
	find: words(pattern),
	instead,
	hit,
	miss,
});

/** British spelling. */
const SPELLING = [
	phrase(
		'(?:recogni|organi|normali|summari|capitali|authori|customi|synchroni|optimi|minimi)s(?:e|es|ed|ing|ation)',
		'-ize',
		'It recognises the content.',
		'It recognizes a promise.',
	),
	phrase('(?:behavi|fav|col|hon|lab)ours?', '-or', 'Each colour has a word.', 'Pour the four.'),
	phrase('(?:cent|met|fib|lit)res?', '-er', 'The contact centre called.', 'The contact center.'),
	phrase('licen[c]e', 'license', 'The MIT licence.', 'The MIT license.'),
	phrase('cancell(?:ed|ing)', 'canceled', 'Nothing was cancelled.', 'The cancellation worked.'),
	{
		find: /\d\s%/g,
		instead: '6.5%',
		hit: 'It is 6.5 % now.',
		miss: 'It is 6.5% of 10 points.',
	},
];

/** Verbs of ours that have a plain one. */
const VERBS = [
	phrase('mend(?:s|ed|ing)?', 'fix', 'Mend the file.', 'Amend the commendable file.'),
	phrase('tells?|told', 'show, report, say', 'A hint tells why.', 'A hint says why.'),
	phrase('stands?(?!-)', 'is, appears', 'The reason stands below.', 'Use a standard stand-in.'),
	phrase('go(?:es|ing)? on', 'continue', 'The training goes on.', 'Continue with the ongoing one.'),
	phrase('brings?', 'contain, provide', 'The item brings a model.', 'The item has a bringer.'),
	phrase('carr(?:y|ies)', 'contain', 'The item carries a model.', 'The carrier has it.'),
	phrase('serves?|served', 'use', 'The endpoint serves a model.', 'The server uses servedBy.'),
	phrase('answers? with', 'transcribe with', 'It answers with the base model.', 'It answers.'),
	phrase('holds?', 'contain', 'The archive holds audio.', 'The threshold is shareholding.'),
	phrase('remembers?', 'record', 'The endpoint remembers it.', 'The remembrance.'),
	phrase('borne|bears?', 'retry', 'A fault is borne.', 'A bearer token.'),
	phrase('draw(?:s|n)?', 'build', 'A workflow drawn by you.', 'A drawer, withdrawn.'),
	phrase('passe[sd] over', 'skip', 'It was passed over.', 'It passes the model.'),
	phrase('lies? in', 'be in', 'It lies in memory.', 'It applies in memory.'),
	phrase('names? no', 'has no', 'The item names no model.', 'The item names one.'),
	phrase(
		'look(?:s|ed|ing)? (?:at|whether|on)',
		'check',
		'It looks at the jobs.',
		'Look up the ID.',
	),
];

/** Nouns, adverbs and prepositions. */
const OTHERS = [
	phrase(
		'(?:a|the|each|first|last|next|two|between) looks?',
		'check',
		'The next look.',
		'Looking.',
	),
	phrase('anew', 'again', 'Upload it anew.', 'Upload a new one.'),
	phrase('all the same', 'anyway', 'Send it all the same.', 'All use the same key.'),
	phrase('for ever', 'permanently', 'It stays for ever.', 'It stays forever, for everyone.'),
	phrase('whom|whoever|somebody|nobody', 'you, someone', 'Nobody knows.', 'No one knows.'),
	phrase('hardly any', 'almost no', 'It needs hardly any memory.', 'It is hardly needed.'),
	phrase(
		'(?:take[ns]?|took) back',
		'revert',
		'The change was taken back.',
		'The rollback took time.',
	),
	phrase('by hand', 'manually', 'Delete it by hand.', 'Delete it by handle.'),
	phrase('e?-?mails?(?<!\\bemails?)', 'email', 'Send it by mail.', 'Send an email to the mailbox.'),
	phrase('in front', 'before', 'Put a node in front.', 'Put a node before the front door.'),
	phrase('beside', 'next to', 'It is beside it.', 'It is besides that.'),
	phrase(
		'behind(?! (?:a|the|your) (?:private|proxy|firewall|reverse|gateway))',
		'after',
		'Put a node behind it.',
		'n8n behind a proxy.',
	),
	phrase('(?:upper|lower) output', 'name the output', 'The lower output.', 'The output.'),
	phrase('under way', 'in progress', 'A change is under way.', 'The underway.'),
	phrase('(?:left|leave|leaves|leaving) out', 'omit', 'Two were left out.', 'The left outlet.'),
	phrase('at Azure', 'in Azure', 'It runs at Azure.', 'It is that Azure.'),
	phrase('in process', 'in memory', 'It waits in process.', 'It waits in processing.'),
	phrase('want of', 'lack of', 'Not shown for want of room.', 'You want often.'),
	{ find: /\b(?:Left out|Empty): /g, instead: 'Defaults to', hit: 'Empty: none.', miss: 'Empty.' },
];

export const PHRASES: Phrase[] = [...SPELLING, ...VERBS, ...OTHERS];

/** Where a phrase is right: names and words of others. */
const ALLOWED = [
	/The execution was cancelled manually/g,
	/\bmail(?: server|box)/gi,
	/\bfollow-?the-?sun\b/gi,
];

/** The phrases in a text, each with some of what is around it. */
export function phrasesIn(text: string): string[] {
	const bare = ALLOWED.reduce((rest, allowed) => rest.replace(allowed, ''), text);
	return PHRASES.flatMap(({ find, instead }) =>
		[...bare.matchAll(find)].map(
			({ 0: found, index }) =>
				`${found} (${instead}): ${bare.slice(Math.max(0, index - 40), index + 60).replaceAll('\n', ' ')}`,
		),
	);
}
