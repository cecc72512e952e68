import type { Page } from 'playwright-core';

/**
 * Collects what goes wrong in a browser page, one text each, with the address it concerns.
 *
 * @param isOfOthers addresses that are nothing to complain about
 * @returns grows as the page is used
 */
export function noteComplaints(
	page: Page,
	isOfOthers: (url: string) => boolean = () => false,
): string[] {
	const complaints: string[] = [];
	const note = (text: string, url: string) => {
		if (!isOfOthers(url)) complaints.push(`${text} ${url}`);
	};
	page.on('console', (message) => {
		if (message.type() === 'error') note(message.text(), message.location().url);
	});
	page.on('pageerror', (error) => {
		note(error.stack ?? error.message, '');
	});
	page.on('response', (response) => {
		if (response.status() >= 400) note(String(response.status()), response.url());
	});
	page.on('requestfailed', (request) => {
		const errorText = request.failure()?.errorText ?? 'no reason given';
		// A page that is left takes its requests along.
		if (errorText !== 'net::ERR_ABORTED') note(errorText, request.url());
	});
	return complaints;
}
