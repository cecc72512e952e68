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
			{ circular: true },
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
		forbid(
			'emulator-domain-is-lowest',
			"The emulator's domain knows facts and rules, and nothing of what the API makes of them.",
			{ path: '^emulator/domain/' },
			{ path: '^emulator/', pathNot: '^emulator/(domain|data)/' },
		),
		forbid(
			'emulator-domain-knows-no-http',
			"What speaks HTTP or checks JSON belongs in the emulator's api.",
			{ path: '^emulator/domain/' },
			{ path: ['^node_modules/(fastify|ajv|ajv-formats)/', '^(node:)?(http|https|http2|net)$'] },
		),
		forbid(
			'emulator-api-rests-on-domain',
			"The emulator's api may import its domain; the app is the only one that knows all.",
			{ path: '^emulator/api/' },
			{ path: '^emulator/', pathNot: '^emulator/(api|domain)/' },
		),
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^dist/' },
		// `import type` makes an arrow too
		tsPreCompilationDeps: true,
	},
};
