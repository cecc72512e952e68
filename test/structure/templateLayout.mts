import type { Template, TemplateNode } from './readTemplate.mts';

export const NOTE = 'n8n-nodes-base.stickyNote';

/** Of a node itself; that of an agent is wider. */
export const TILE = 96;
const AGENT = 224;
/** Of the text below a node: how far it reaches from its middle, and how high three lines are. */
const LABEL_REACH = 72;
const LABEL_HEIGHT = 80;
/** How high the name and one line below it are; that of a node that is switched off has a line more. */
const NAME_HEIGHT = 56;

export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

export interface Point {
	x: number;
	y: number;
}

/** A wire between two main handles, and the ends it joins. */
export interface Wire {
	from: TemplateNode;
	to: TemplateNode;
	points: Point[];
}

export const isNote = ({ type }: TemplateNode): boolean => type === NOTE;

export const box = (left: number, top: number, width: number, height: number): Box => ({
	left,
	top,
	right: left + width,
	bottom: top + height,
});

const widthOf = ({ type }: TemplateNode) => (type.endsWith('.agent') ? AGENT : TILE);

/** What a node takes up on the canvas, its name included. */
export function boxOf(node: TemplateNode): Box {
	const { position, parameters } = node;
	const [x, y] = position;
	const { width: noteWidth = 0, height = 0 } = parameters;
	if (isNote(node)) return box(x, y, noteWidth, height);
	const width = widthOf(node);
	const reach = Math.max(width / 2, LABEL_REACH);
	return box(x + width / 2 - reach, y, 2 * reach, TILE + LABEL_HEIGHT);
}

/** The name of a node as it is written below it. */
export function nameBoxOf(node: TemplateNode): Box {
	const [x, y] = node.position;
	return box(x + widthOf(node) / 2 - LABEL_REACH, y + TILE, 2 * LABEL_REACH, NAME_HEIGHT);
}

export const overlap = (one: Box, other: Box): boolean =>
	one.left < other.right &&
	other.left < one.right &&
	one.top < other.bottom &&
	other.top < one.bottom;

export const holds = (outer: Box, inner: Box): boolean =>
	outer.left <= inner.left &&
	inner.right <= outer.right &&
	outer.top <= inner.top &&
	inner.bottom <= outer.bottom;

/** What holds all of a template. */
export function boxOfAll(nodes: TemplateNode[]): Box {
	const boxes = nodes.map(boxOf);
	return {
		left: Math.min(...boxes.map(({ left }) => left)),
		top: Math.min(...boxes.map(({ top }) => top)),
		right: Math.max(...boxes.map(({ right }) => right)),
		bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
	};
}

/** The height that the text of a note takes at 100 %, told rather too high than too low. */
export function textHeight({ parameters: { content = '', width = 0 } }: TemplateNode): number {
	const lines = content.split('\n').filter((line) => line !== '');
	const perLine = Math.floor((width - 24) / 6.4);
	const heights = lines.map((line) =>
		line.startsWith('#') ? 36 : 8 + 20 * Math.ceil(line.replace(/[*`]/g, '').length / perLine),
	);
	return heights.reduce((sum, height) => sum + height, 8);
}

/** The box of a note's text, without its margin. */
export function textBoxOf(note: TemplateNode): Box {
	const { left, top, right } = boxOf(note);
	return box(left + 12, top, right - left - 24, textHeight(note));
}

/** Every main wire of a template as n8n draws it. */
export function wiresOf({ nodes, connections }: Template): Wire[] {
	const named = (name: string) => nodes.find((node) => node.name === name);
	return Object.entries(connections).flatMap(([name, { main = [] }]) =>
		main.flatMap((links, output) =>
			links.flatMap((link): Wire[] => {
				const [from, to] = [named(name), named(link.node)];
				if (!from || !to) return [];
				return [{ from, to, points: pathOf(from, to, outputOffset(output, main.length)) }];
			}),
		),
	);
}

/** How far below its top a node has the handle of an output. */
const outputOffset = (output: number, outputs: number) =>
	outputs === 1 ? TILE / 2 : TILE / 3 + (output * TILE) / 3;

/** How far n8n leads a wire back below its node, and how far beside it. */
const BELOW = 130;
const BESIDE = 40;
const HANDLE = 20;
const STEPS = 120;

function pathOf(from: TemplateNode, to: TemplateNode, offset: number): Point[] {
	const start = { x: from.position[0] + widthOf(from), y: from.position[1] + offset };
	const end = { x: to.position[0], y: to.position[1] + TILE / 2 };
	return start.x - HANDLE > end.x ? pathBack(start, end) : curve(start, end);
}

/** Wires that lead back run below their nodes, all of a row on one line. */
function pathBack(start: Point, end: Point): Point[] {
	const turn = { x: start.x + BESIDE, y: start.y + BELOW };
	const last = { x: end.x - BESIDE, y: end.y };
	const corners = [start, { x: turn.x, y: start.y }, turn, { x: last.x, y: turn.y }, last, end];
	return corners.slice(1).flatMap((corner, index) => line(corners[index], corner));
}

const line = (start: Point, end: Point) =>
	steps().map((part) => ({
		x: start.x + (end.x - start.x) * part,
		y: start.y + (end.y - start.y) * part,
	}));

/** A Bezier curve whose handles lie level, half the way from each end. */
function curve(start: Point, end: Point): Point[] {
	const distance = end.x - start.x;
	const reach = distance >= 0 ? distance / 2 : 0.25 * 25 * Math.sqrt(-distance);
	const [one, other] = [start.x + reach, end.x - reach];
	return steps().map((part) => {
		const rest = 1 - part;
		return {
			x:
				rest ** 3 * start.x +
				3 * rest ** 2 * part * one +
				3 * rest * part ** 2 * other +
				part ** 3 * end.x,
			y: (rest ** 3 + 3 * rest ** 2 * part) * start.y + (3 * rest * part ** 2 + part ** 3) * end.y,
		};
	});
}

const steps = () => Array.from({ length: STEPS + 1 }, (_, index) => index / STEPS);

/** Whether a wire runs through a box. */
export const crosses = (
	{ points }: Pick<Wire, 'points'>,
	{ left, top, right, bottom }: Box,
): boolean => points.some(({ x, y }) => left < x && x < right && top < y && y < bottom);
