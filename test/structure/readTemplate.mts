import { textOf } from './repository.mts';

/** A node of a workflow as a person exports it. */
export interface TemplateNode {
	id: string;
	name: string;
	type: string;
	position: [number, number];
	disabled?: boolean;
	credentials?: object;
	parameters: {
		/** Of a note. */
		content?: string;
		width?: number;
		height?: number;
		/** Of a node that sends messages. */
		toEmail?: string;
		channelId?: { value?: string };
		teamId?: { value?: string };
	};
}

/** A workflow as a person exports it. */
export interface Template {
	name: string;
	nodes: TemplateNode[];
	/** By the name of the node they begin at and by their kind, for each output. */
	connections: Record<string, Record<string, Array<Array<{ node: string }>>>>;
	pinData: object;
}

/** @param path relative to the root */
export const readTemplate = (path: string): Template => JSON.parse(textOf(path)) as Template;
