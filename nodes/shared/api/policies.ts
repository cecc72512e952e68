/** For how long and how often a request is tried. All times are in milliseconds. */
export interface RequestPolicy {
	/** Longest time for one whole answer, from the sign-in to the last byte. */
	timeoutMs: number;
	/** Longest time the request is tried for, pauses included, while the service answers at all. */
	patienceMs: number;
	/** The same while no usable answer comes. */
	silencePatienceMs: number;
	/** Longest wait for a turn, since a resource takes so many requests at a time; Infinity: until the execution is stopped. */
	turnMs: number;
	/** What it is sent again after: anything that may pass, or only throttling, by which the request had no effect. */
	repeatedAfter: 'passingFaults' | 'throttling';
}

const SECOND = 1_000;

/**
 * Every kind of request to a Speech resource. Figures without a source are ours: the service promises no times
 * (OpenAPI document 2025-10-15 and Microsoft Learn, "Speech service quotas and limits", name none).
 */
export const POLICIES = {
	/** Reads or deletes in an execution: the same when it is repeated. */
	ask: {
		timeoutMs: 60 * SECOND,
		patienceMs: 120 * SECOND,
		// A wrong host should be reported within moments, and a wait asks again anyway.
		silencePatienceMs: 15 * SECOND,
		turnMs: Infinity,
		repeatedAfter: 'passingFaults',
	},
	/** Creates or changes something in an execution: a repeated POST trains twice, so `createOnce` repeats it. */
	change: {
		timeoutMs: 60 * SECOND,
		patienceMs: 120 * SECOND,
		silencePatienceMs: 15 * SECOND,
		turnMs: Infinity,
		repeatedAfter: 'throttling',
	},
	/**
	 * Sends a block of a dataset, at most 8 MiB (source: OpenAPI document 2025-10-15, Datasets_UploadBlock) and four of
	 * them at a time: 300 s are enough for a line of 1 Mbit/s. Much has been sent before it, so it is tried for longer.
	 */
	upload: {
		timeoutMs: 300 * SECOND,
		patienceMs: 600 * SECOND,
		silencePatienceMs: 600 * SECOND,
		turnMs: Infinity,
		repeatedAfter: 'passingFaults',
	},
	/** Reads for someone who watches a list of the editor load, and will not watch for long. */
	listInEditor: {
		timeoutMs: 10 * SECOND,
		patienceMs: 10 * SECOND,
		silencePatienceMs: 10 * SECOND,
		turnMs: 10 * SECOND,
		repeatedAfter: 'passingFaults',
	},
} as const satisfies Record<string, RequestPolicy>;

/** A try that begins late gets this time all the same; without any it would be in vain. */
export const SHORTEST_TRY_MS = SECOND;

/** Longest times for one whole answer where nothing is tried again. All times are in milliseconds. */
export const SINGLE_TRY = {
	/** Of a credential test, for which someone waits: one to sign in and one to ask. */
	credentialTestMs: 20 * SECOND,
	/** For one file behind a link of the service. */
	downloadMs: 60 * SECOND,
	/** For what a URL leads to; an upload goes on without it. */
	contentVersionMs: 10 * SECOND,
	/** For a look at where the sign-in host leads: it only explains what went wrong. */
	signInLookMs: 5 * SECOND,
};

/** The pauses before a request is repeated: they double from the first one up to the longest. */
export const PAUSES = { firstMs: SECOND / 2, longestMs: 30 * SECOND } as const;

/**
 * What a resource takes: 100 requests in 10 seconds for everything, blocks of uploads included; the same for Free (F0)
 * and Standard (S0). Source: Microsoft Learn, "Speech service quotas and limits", Custom Speech, "REST API limit".
 */
export const LIMIT: Readonly<Record<'requests' | 'windowMs', number>> = {
	requests: 100,
	windowMs: 10 * SECOND,
};

const MIB = 1024 * 1024;

/** Most bytes that are read of an answer, unpacked, whatever it says of its length. The figures are ours. */
export const MOST_BYTES = {
	/** A page holds at most 100 entities of some kilobytes. */
	answer: 64 * MIB,
	/** What an error says beyond that is not read. */
	refusal: MIB / 4,
} as const;

/**
 * What JSON may hold, so that no answer needs more than 200 MB of memory: a byte of the smallest values needs 30 of it.
 * The figures are ours, far from what the service sends: a page of 100 entities has some thousand values, 6 deep.
 */
export const JSON_BOUNDS = { depth: 256, values: 250_000, partChars: MIB } as const;
