/**
 * Collects what goes wrong in a browser page, one text each, with the address it concerns.
 *
 * @param {import('playwright-core').Page} page
 * @returns {string[]} grows as the page is used
 */
function noteComplaints(page) {
	const complaints = [];
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
	});
	page.on('pageerror', (error) => complaints.push(error.stack));
	page.on('response', (response) => {
		if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
	});
	return complaints;
}

module.exports = { noteComplaints };
