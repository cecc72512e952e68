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
	/** Whether it was the sign-in to Microsoft Entra ID that brought no token. */
	signIn?: boolean;
}

/** Whether the service said yes; its body may still be unreadable. */
export function isSuccess({ status }: Pick<Answer, 'status'>): boolean {
	return status !== null && status >= 200 && status < 300;
}
