/**
 * Collects what goes wrong in a browser page, one text each, with the address it concerns.
 *
 * @param isOfOthers addresses that are nothing to complain about
 * @returns grows as the page is used
 */
function noteComplaints(
	page: import('playwright-core').Page,
	isOfOthers: (url: string) => boolean = () => false,
): string[] {
	const complaints = [];
	const note = (text, url) => {
		if (!isOfOthers(url)) complaints.push(`${text} ${url}`);
	};
	page.on('console', (message) => {
		if (message.type() === 'error') note(message.text(), message.location().url);
	});
	page.on('pageerror', (error) => note(error.stack, ''));
	page.on('response', (response) => {
		if (response.status() >= 400) note(response.status(), response.url());
	});
	page.on('requestfailed', (request) => {
		const { errorText } = request.failure();
		// A page that is left takes its requests along.
		if (errorText !== 'net::ERR_ABORTED') note(errorText, request.url());
	});
	return complaints;
}

export { noteComplaints };
