import { Workflow, type INode, type INodeParameters } from 'n8n-workflow';

import { readTemplate, type TemplateNode } from '../structure/readTemplate.mts';
import { repositoryFiles } from '../structure/repository.mts';
import published from '../../emulator/data/locales.json';
import { defined } from '../support/defined';
import { nodeTypesOf, START_TYPE } from '../support/nodeTypes';

const SLACK = 'n8n-nodes-base.slack';
const SET = 'n8n-nodes-base.set';
const TEAMS = 'n8n-nodes-base.microsoftTeams';
const MAIL = 'n8n-nodes-base.emailSend';
const PAGE = 'n8n-nodes-base.form';
const FORM = 'n8n-nodes-base.formTrigger';

/** The fields of a form as a template has them. */
interface FormFields {
	values: Array<{ fieldOptions?: { values: Array<{ option: string }> } }>;
}

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

/** A text of HTML as a page or Teams shows it. */
function shownByPage(html: unknown): string | null {
	if (typeof html !== 'string') return null;
	return html.replace(/&#(\d+);/g, (_escape, code: string) => String.fromCharCode(Number(code)));
}

/** What a node of n8n sets, by the names of the fields. */
function setBy(node: TemplateNode, json: object): Record<string, string> {
	const { assignments } = evaluated(node, json);
	const { assignments: fields } = assignments as {
		assignments: Array<{ name: string; value: string }>;
	};
	return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

const prepared = nodesOfType(SET).filter(({ name }) => name.startsWith('Prepare '));

describe.each(prepared)('the message made by "$name" of $path', ({ node }) => {
	it.each(HOSTILE)('has lines of bounded length: %s', (_what, name) => {
		const { summary, subject } = setBy(node, { summary: name, error: name });
		for (const line of [summary, subject]) {
			expect(line).toMatch(/\S/);
			expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
		}
		expect(summary.length).toBeLessThanOrEqual(2_000);
		expect(subject.length).toBeLessThanOrEqual(250);
	});
});

describe.each(nodesOfType(TEAMS))('the message "$name" of $path', ({ node }) => {
	it.each(HOSTILE)('shows a name as text: %s', (_what, name) => {
		const summary = `Model '${name}' was trained.`;
		const { contentType, message } = evaluated(node, { summary });
		expect(contentType).toBe('html');
		expect(message).not.toMatch(/[<>"']|&(?!#\d+;)/);
		expect(shownByPage(message)).toBe(summary);
	});

	it('is empty rather than broken when there is nothing to say', () => {
		expect(evaluated(node, {}).message).toBe('');
	});
});

const endings = nodesOfType(PAGE);

describe.each(endings)('the page "$name" of $path', ({ node }) => {
	it.each(HOSTILE)('shows a name as text: %s', (_what, name) => {
		const text = `'${name}' was not uploaded.`;
		const { completionMessage } = evaluated(node, { summary: text, error: text });
		expect(completionMessage).not.toMatch(/[<>"']|&(?!#\d+;)/);
		expect(shownByPage(completionMessage)).toContain(
			text.replace(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ').slice(0, 2_000),
		);
	});

	it('lets the run go on when nobody sees it', () => {
		expect(node.parameters).toMatchObject({ limitWaitTime: true, resumeUnit: 'minutes' });
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

/** The node that prepares the messages of a template. */
const preparing = (path: string) =>
	defined(prepared.find((one) => one.path === path && one.name === 'Prepare Message')).node;

describe.each(nodesOfType(MAIL))('the email "$name" of $path', ({ node, path }) => {
	it.each(HOSTILE)('is plain text, or a page made by a node: %s', (_what, name) => {
		const summary = `Model '${name}' was trained.`;
		const page = '<p>made by a node</p>';
		const { subject } = setBy(preparing(path), { summary, error: summary });
		const mail = evaluated(node, { summary, subject, html: page });
		if (mail.emailFormat === 'text') expect(mail).toMatchObject({ text: summary });
		else expect(mail.html).toBe(page);
		expect(mail.subject).toMatch(/^[^\r\n]*$/);
	});
});

describe('what a visitor types into a form', () => {
	const forms = nodesOfType(FORM);
	const [{ path }] = forms;
	const nodes = templates.find((template) => template.path === path)?.nodes ?? [];
	const reading = defined(nodes.find(({ name }) => name === 'Read Form'));
	const nameFor = (name: unknown) => setBy(reading, { name, language: 'x: en-US' }).name;
	const localeFor = (language: string, otherLocale?: string) =>
		setBy(reading, { language, otherLocale }).locale;

	it('is there in one template only, whose fields are known here', () => {
		expect(forms).toHaveLength(1);
		expect(endings.map(({ name }) => name).sort()).toEqual(['Form: Accepted', 'Form: Refused']);
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

	it('becomes a locale, whatever language is chosen or typed', () => {
		const { formFields } = forms[0].node.parameters as { formFields?: FormFields };
		const options = defined(formFields).values.flatMap(
			({ fieldOptions }) => fieldOptions?.values.map(({ option }) => option) ?? [],
		);
		const languages = options.filter((option) => option.includes(': ') && !/^Other/.test(option));
		expect(options).toHaveLength(languages.length + 1);
		expect(languages.map((option) => localeFor(option)).sort()).toEqual(
			Object.keys(published.locales).sort(),
		);
		expect(localeFor(defined(options.at(-1)), ' en-NG ')).toBe('en-NG');
		expect(localeFor('English (United States): en-US', '')).toBe('en-US');
	});
});
