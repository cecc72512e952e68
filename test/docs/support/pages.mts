import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryFiles, root } from '../../structure/repository.mts';

/** Every page of Markdown there is, but for sample data. */
const allPages = () =>
	repositoryFiles().filter(
		(path) => path.endsWith('.md') && !/sample-data\/.*-text\.md$/.test(path),
	);

/** The pages people read to use the nodes. */
const userPages = () =>
	allPages().filter((path) => path === 'README.md' || path.startsWith('docs/'));

const nodePages = () => allPages().filter((path) => path.startsWith('docs/nodes/'));

/** @param {string} path relative to the root */
const readPage = (path: string) => readFileSync(join(root, path), 'utf8');

const writePage = (path, text) => writeFileSync(join(root, path), text);

const FENCE = /^([ \t]*)```(\w*)\n([\s\S]*?)^\1```$/gm;

/** The fenced blocks of a page. @param {string} text @returns {Array<{ language: string, content: string }>} */
const blocksOf = (text: string): Array<{ language: string; content: string }> =>
	[...text.matchAll(FENCE)].map(([, , language, content]) => ({ language, content }));

/** A page without its fenced blocks. @param {string} text */
const proseOf = (text: string) => text.replace(FENCE, '');

/** The lines below a heading, up to the next one. @param {string} text @param {string} heading such as '## Fields' */
function sectionOf(text: string, heading: string) {
	const lines = proseOf(text).split('\n');
	const start = lines.indexOf(heading);
	if (start < 0) return null;
	const length = lines.slice(start + 1).findIndex((line) => /^#{1,6} /.test(line));
	return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join('\n');
}

/** The rows of the first table, by its column names. @param {string} text @returns {Array<Record<string, string>>} */
function tableIn(text: string): Array<Record<string, string>> {
	const lines = text.split('\n').filter((line) => line.startsWith('|'));
	const [names, , ...rows] = lines.map((line) =>
		line
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim()),
	);
	return rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index]])));
}

/** The texts in backticks. @param {string} text */
const codeIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code);

export {
	allPages,
	userPages,
	nodePages,
	readPage,
	writePage,
	blocksOf,
	proseOf,
	sectionOf,
	tableIn,
	codeIn,
};
