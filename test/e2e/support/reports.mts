import { launchBrowser } from '../../../playground/editor/launchBrowser.mts';
import { noteComplaints } from '../../../playground/editor/noteComplaints.mts';
import { takePicture } from './pictures.mts';

/** Opens a browser that shows reports as a person without a network would see them. */
async function openReports() {
	const browser = await launchBrowser();
	return {
		close: () => browser.close(),

		/**
		 * Shows a page and tells what can be seen of it.
		 *
		 * @param options `picture` is kept under this name
		 */
		async show(html: string, { width, picture }: { width: number; picture: string }) {
			const context = await browser.newContext({
				viewport: { width, height: 900 },
				deviceScaleFactor: width < 500 ? 2 : 1,
				offline: true,
			});
			const page = await context.newPage();
			const complaints = noteComplaints(page);
			const requests = [];
			page.on('request', (request) => requests.push(request.url()));
			await page.setContent(html, { waitUntil: 'load' });
			await takePicture(page, picture, { fullPage: true });
			const seen = await page.evaluate(lookAround);
			await context.close();
			return { ...seen, requests, complaints };
		},
	};
}

/** Runs in the browser. */
function lookAround() {
	const { document, innerWidth } = globalThis;
	const boxes = [...document.body.querySelectorAll('*')];
	const beyond = (element) => {
		const { right } = element.getBoundingClientRect();
		const parent = element.parentElement.getBoundingClientRect().right;
		return right > innerWidth + 0.5 || right > parent + 0.5;
	};
	return {
		title: document.title,
		text: document.body.innerText,
		overflow: boxes.filter(beyond).map((element) => element.outerHTML.slice(0, 80)),
		images: document.images.length,
		scripts: document.scripts.length,
		frames: document.querySelectorAll('iframe, object, embed, svg').length,
	};
}

export { openReports };
