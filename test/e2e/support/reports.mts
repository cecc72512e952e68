import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../../playground/editor/launchBrowser.mts';
import { noteComplaints } from '../../../playground/editor/noteComplaints.mts';
import { takePicture } from './pictures.mts';

/** How a page is looked at. */
export interface View {
	width: number;
	/** The picture is kept under this name. */
	picture: string;
	/** Left out, light. */
	scheme?: 'light' | 'dark';
	/** Left out, a screen. */
	media?: 'screen' | 'print';
}

export type Reports = Awaited<ReturnType<typeof openReports>>;

/** Opens a browser that shows reports as a person without a network would see them. */
export async function openReports() {
	const browser = await launchBrowser();

	/** Does something with a page in a window of its own. */
	async function shown<T>(
		html: string,
		{ width, picture, scheme = 'light', media = 'screen' }: View,
		look: (page: Page) => Promise<T>,
	) {
		const context = await browser.newContext({
			viewport: { width, height: 900 },
			deviceScaleFactor: width < 500 ? 2 : 1,
			colorScheme: scheme,
			offline: true,
		});
		const page = await context.newPage();
		await page.emulateMedia({ media });
		const complaints = noteComplaints(page);
		const requests: string[] = [];
		page.on('request', (request) => {
			requests.push(request.url());
		});
		await page.setContent(html, { waitUntil: 'load' });
		await takePicture(page, picture, { fullPage: true });
		const seen = await look(page);
		await context.close();
		return { seen, requests, complaints };
	}

	return {
		close: async () => {
			await browser.close();
		},

		/** Shows a page and tells what can be seen of it. */
		async show(html: string, view: View) {
			const look = async (page: Page) => await page.evaluate(lookAround);
			const { seen, ...noticed } = await shown(html, view, look);
			return { ...seen, ...noticed };
		},

		/** Rules of accessibility that a page breaks, each with where; what is folded is unfolded for it. */
		async violations(html: string, view: View): Promise<string[]> {
			const { seen } = await shown(html, view, async (page) => {
				await page.evaluate(unfold);
				await page.evaluate(axe.source);
				return await page.evaluate(runAxe);
			});
			return seen;
		},

		/** The color of the ground a page is on, as the browser computes it. */
		async ground(html: string, view: View): Promise<string> {
			const look = async (page: Page) =>
				await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
			return (await shown(html, view, look)).seen;
		},
	};
}

/** Runs in the browser. */
function unfold() {
	for (const details of document.querySelectorAll('details')) details.open = true;
}

/** Runs in the browser. A contrast that cannot be computed counts as one that is too low. */
async function runAxe() {
	const { axe: rules } = globalThis as unknown as { axe: typeof axe };
	const { violations, incomplete } = await rules.run(document);
	const unclear = incomplete.filter(({ id }) => id === 'color-contrast');
	return [...violations, ...unclear].flatMap(({ id, nodes }) =>
		nodes.map(({ html, any }) => `${id}: ${html.slice(0, 120)} ${any[0]?.message ?? ''}`),
	);
}

/** Runs in the browser. */
function lookAround() {
	const { document, innerWidth } = globalThis;
	const boxes = [...document.body.querySelectorAll('*')];
	const beyond = (element: Element) => {
		const { right } = element.getBoundingClientRect();
		const parent = element.parentElement?.getBoundingClientRect().right ?? innerWidth;
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
