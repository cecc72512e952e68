/** One answer, or the news that none came. */
export interface Answer {
	/** Null when the connection broke before a whole answer arrived. */
	status: number | null;
	body: string;
	retryAfter: number | null;
	/** What broke, as a code such as ECONNREFUSED or in words; never a secret. */
	fault?: string;
	/** Whether it was the sign-in to Microsoft Entra ID that brought no token. */
	signIn?: boolean;
}

/** Whether the service said yes; its body may still be unreadable. */
export function isSuccess({ status }: Answer): boolean {
	return status !== null && status >= 200 && status < 300;
}
