/** What became of a sign-in to Microsoft Entra ID that brought no token. */
export type SignIn =
	/** Entra ID refused it, was too busy, or could not be reached. */
	| 'failed'
	/** An answer without a token. */
	| 'noToken'
	/** A token that is not to be sent as Bearer; `fault` has its type. */
	| 'otherToken'
	/** The host sent n8n elsewhere. */
	| 'redirect'
	/** What answered is not Entra ID. */
	| 'stranger';

/** One answer, or the news that none came. */
export interface Answer {
	/** Null when the connection broke before a whole answer arrived. */
	status: number | null;
	/** The text of one that is no success. */
	body: string;
	/** What a success says; missing when that is no JSON, or too much of it. */
	json?: { value: unknown };
	/** What it has too much of to be read, such as 'larger than 64 MiB'. */
	excess?: string;
	retryAfter: number | null;
	/** What broke, as a code such as ECONNREFUSED or in words; never a secret. */
	fault?: string;
	/** Host and port, or host alone, of the connection that broke; null when that is not told. */
	peer?: string | null;
	/** By what name an answer calls what made it or passed it on, such as a proxy. */
	via?: string | null;
	/** When it was the sign-in to Microsoft Entra ID that brought no token. */
	signIn?: SignIn;
}

/** Whether the service said yes; its body may still be unreadable. */
export function isSuccess({ status }: Pick<Answer, 'status'>): boolean {
	return status !== null && status >= 200 && status < 300;
}
