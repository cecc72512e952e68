import { Workflow, type INode, type INodeParameters } from 'n8n-workflow';

import { readTemplate, type TemplateNode } from '../structure/readTemplate.mts';
import { repositoryFiles } from '../structure/repository.mts';
import { nodeTypesOf, START_TYPE } from '../support/nodeTypes';

const SLACK = 'n8n-nodes-base.slack';
const SET = 'n8n-nodes-base.set';
const MAIL = 'n8n-nodes-base.emailSend';
const FORM = 'n8n-nodes-base.formTrigger';

/** What a name may hold that somebody else has chosen. */
const HOSTILE: Array<[what: string, name: string]> = [
	['a mention of all', '<!channel>'],
	['a mention of those here', '<!here|here>'],
	['a mention of one', '<@U012AB3CD>'],
	['a link under another name', '<https://evil.example|click>'],
	['an escape before a mention', '&lt;!channel&gt; <!channel>'],
	['markup of a chat', '*bold* _slanted_ ~gone~ `code`'],
	['a link of Markdown', '[a](javascript:alert(1))'],
	['an image of HTML', '<img src=x onerror=alert(1)>'],
	['several lines', 'two\r\nlines\nBcc: all@example.com'],
	['a block of code', '```\ncode\n```'],
	['marks that turn the direction', '\u202Eright to left\u202C'],
	['a very long text', `${'long '.repeat(2_000)}<!channel>`],
];

const templates = repositoryFiles()
	.filter((path) => /^workflows\/[^/]+\.json$/.test(path))
	.map((path) => ({ path, nodes: readTemplate(path).nodes }));

const nodesOfType = (type: string) =>
	templates.flatMap(({ path, nodes }) =>
		nodes.filter((node) => node.type === type).map((node) => ({ path, node, name: node.name })),
	);

/** The parameters of a node as n8n makes them out of an item. */
function evaluated({ name, parameters }: TemplateNode, json: object): INodeParameters {
	const node: INode = {
		id: name,
		name,
		type: START_TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: nodeTypesOf([]),
	});
	const items = [{ json: { ...json } }];
	const found = workflow.expression.getParameterValue(
		parameters,
		null,
		0,
		0,
		name,
		items,
		'internal',
		{},
	);
	return found as INodeParameters;
}

/** A text as Slack shows it. */
function shownBySlack(text: unknown): string | null {
	if (typeof text !== 'string') return null;
	return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

const prepared = nodesOfType(SET).filter(({ name }) => name.startsWith('Prepare '));

describe.each(prepared)('the message made by "$name" of $path', ({ node }) => {
	it.each(HOSTILE)('is one line of bounded length: %s', (_what, name) => {
		const { assignments } = evaluated(node, { summary: name, error: name });
		const [message] = (assignments as { assignments: [{ value: string }] }).assignments;
		expect(message.value).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
		expect(message.value.length).toBeLessThanOrEqual(2_000);
	});
});

describe.each(nodesOfType(SLACK))('the message "$name" of $path', ({ node }) => {
	it.each(HOSTILE)('shows a name as text: %s', (_what, name) => {
		const summary = `Model '${name}' was trained.`;
		const { text } = evaluated(node, { summary });
		expect(text).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/);
		expect(shownBySlack(text)).toBe(summary);
	});

	it('is sent without markup, and draws in nothing a link leads to', () => {
		expect(evaluated(node, { summary: 'x' }).otherOptions).toMatchObject({
			mrkdwn: false,
			unfurl_media: false,
		});
	});

	it('is empty rather than broken when there is nothing to say', () => {
		expect(evaluated(node, {}).text).toBe('');
	});
});

describe.each(nodesOfType(MAIL))('the mail "$name" of $path', ({ node }) => {
	it.each(HOSTILE)('is plain text, or a page made by a node: %s', (_what, name) => {
		const summary = `Model '${name}' was trained.`;
		const page = '<p>made by a node</p>';
		const mail = evaluated(node, { summary, report: { html: page } });
		if (mail.emailFormat === 'text') expect(mail).toMatchObject({ text: summary });
		else expect(mail.html).toBe(page);
		expect(mail.subject).toMatch(/^[^\r\n]*$/);
	});
});

describe('what a visitor types into a form', () => {
	const forms = nodesOfType(FORM);
	const [{ path }] = forms;
	const nodes = templates.find((template) => template.path === path)?.nodes ?? [];
	const training = nodes.find(({ type }) => type.endsWith('.trainModel'));
	const nameFor = (name: unknown) => training && evaluated(training, { name }).displayName;

	it('is there in one template only, whose fields are known here', () => {
		expect(forms).toHaveLength(1);
	});

	it.each(HOSTILE)('names a model by letters, digits and a few marks: %s', (_what, name) => {
		expect(nameFor(name)).toMatch(/^[\p{L}\p{M}\p{N} ._()+-]{0,100}$/u);
	});

	it('keeps a name as people write it', () => {
		for (const name of ['Retail en-US', 'Müller_2 (v1.5)', '小売 ja-JP', 'खुदरा']) {
			expect(nameFor(`  ${name} `)).toBe(name);
		}
		for (const none of [undefined, null, '']) expect(nameFor(none)).toBe('');
	});
});
