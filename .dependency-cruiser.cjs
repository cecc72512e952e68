// Which room may call which: nodes/<Node> -> shared/n8n, shared/waiting -> shared/api -> shared/speech.

const room = (name) => `^nodes/shared/${name}/`;
const anyOf = (...names) => `^nodes/shared/(${names.join('|')})/`;

/** @param {string} name @param {string} comment what to do instead @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
	forbidden: [
		forbid(
			'no-cycles',
			'Two files that need each other are one idea, or hide a third.',
			{},
			// TODO types
			{
				circular: true,
				viaOnly: { dependencyTypesNot: ['type-only', 'type-import', 'pre-compilation-only'] },
			},
		),
		forbid(
			'no-unresolved',
			'The imported file or package does not exist.',
			{ path: '^(nodes|credentials)/' },
			{ couldNotResolve: true },
		),
		forbid(
			'credentials-stand-alone',
			'n8n loads credentials by themselves; plain facts they may share.',
			{ path: '^credentials/' },
			{ path: '^nodes/', pathNot: '^nodes/shared/speech/' },
		),
		forbid(
			'no-node-imports-another',
			'What two nodes need belongs in a shared room.',
			{ path: '^nodes/(?!shared/)([^/]+)/' },
			{ path: '^nodes/', pathNot: ['^nodes/shared/', '^nodes/$1/'] },
		),
		forbid(
			'shared-knows-no-node',
			'A shared room serves every node and knows none.',
			{ path: '^nodes/shared/' },
			{ path: '^nodes/(?!shared/)' },
		),
		forbid(
			'speech-is-lowest',
			'shared/speech is pure: it imports nothing but itself.',
			{ path: room('speech') },
			{ path: '^nodes/', pathNot: room('speech') },
		),
		forbid(
			'speech-takes-only-types-of-n8n',
			'shared/speech must run without n8n: use `import type`.',
			{ path: room('speech') },
			{ path: '^node_modules/n8n-workflow/', dependencyTypesNot: ['type-only'] },
		),
		forbid(
			'api-rests-on-speech',
			'shared/api may import shared/speech and nothing above it.',
			{ path: room('api') },
			{ path: '^nodes/', pathNot: anyOf('api', 'speech') },
		),
		forbid(
			'report-rests-on-speech',
			'shared/report is pure: it may import shared/speech and nothing above it.',
			{ path: room('report') },
			{ path: '^nodes/', pathNot: anyOf('report', 'speech') },
		),
		forbid(
			'waiting-rests-on-n8n-and-api',
			'shared/waiting may import shared/n8n, shared/api and shared/speech.',
			{ path: room('waiting') },
			{ path: '^nodes/', pathNot: anyOf('waiting', 'n8n', 'api', 'speech') },
		),
		forbid(
			'n8n-rests-on-api',
			'shared/n8n may import shared/api and shared/speech.',
			{ path: room('n8n') },
			{ path: '^nodes/', pathNot: anyOf('n8n', 'api', 'speech') },
		),
		forbid(
			'shipped-imports-only-what-n8n-has',
			'Inside n8n only n8n-workflow, luxon and crypto can be resolved.',
			{ path: '^(nodes|credentials)/' },
			{
				pathNot: [
					'^(nodes|credentials)/',
					// only types, which leave nothing in what is built
					'^contract/types\\.d\\.ts$',
					'^node_modules/n8n-workflow/',
					'^node_modules/(@types/)?luxon/',
					'^(node:)?crypto$',
				],
			},
		),
		forbid(
			'emulator-stands-alone',
			'An emulator that shares code with what it checks agrees with every fault in it.',
			{ path: '^emulator/' },
			{ path: '^(nodes|credentials|playground|bench|test)/' },
		),
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^dist/' },
		// `import type` makes an arrow too
		tsPreCompilationDeps: true,
	},
};
