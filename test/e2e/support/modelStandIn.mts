import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { anything, listOf, object, optional, recordOf, text } from '../../../playground/json.mts';

/** A tool as the agent offers it to the language model. */
export interface OfferedTool {
	name: string;
	description?: string;
	parameters?: { properties?: Record<string, ParameterSchema> };
}

interface ParameterSchema {
	type?: unknown;
	description?: string;
}

/** What one request has brought: the tools that are offered, and what those gave that were called before. */
export interface Heard {
	tools: OfferedTool[];
	results: string[];
}

/** A call of a tool, or the answer to the person. */
export type Reply = { call: string; with: object } | { say: string };

/** What is answered to one request. */
export type Step = (heard: Heard) => Reply;

export interface ModelStandIn {
	url: string;
	heard: Heard[];
	stop: () => Promise<void>;
}

interface Message {
	role: string;
	content: unknown;
}

/** The agent describes the parameters of its tools by JSON schemas. */
const parameterSchema = object<ParameterSchema>({ type: anything, description: optional(text) });

const offeredTool = object<OfferedTool>({
	name: text,
	description: optional(text),
	parameters: optional(
		object<NonNullable<OfferedTool['parameters']>>({
			properties: optional(recordOf(parameterSchema)),
		}),
	),
});

const request = object<{ messages?: Message[]; tools?: { function: OfferedTool }[] }>({
	messages: optional(listOf(object<Message>({ role: text, content: anything }))),
	tools: optional(listOf(object<{ function: OfferedTool }>({ function: offeredTool }))),
});

/**
 * Stands in for the language model behind an AI agent, and for nothing else: it speaks OpenAI's chat completions over
 * HTTP, and instead of thinking goes through a script. Everything around it, n8n's agent and the tools it runs, is real.
 *
 * @param script what it answers to the first request, to the second and so on
 */
export async function startModelStandIn(script: Step[]): Promise<ModelStandIn> {
	const heard: Heard[] = [];
	const answerTo = (body: string) => {
		const now = heardIn(body);
		heard.push(now);
		const step = script.at(heard.length - 1);
		return step && completion(step(now), heard.length);
	};
	const server = http.createServer((incoming, response) => {
		void readBody(incoming).then((body) => {
			const answer = answerTo(body);
			response.writeHead(answer ? 200 : 400, { 'content-type': 'application/json' });
			const refusal = { error: { message: 'The script has no further answer' } };
			response.end(JSON.stringify(answer ?? refusal));
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		heard,
		async stop() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

async function readBody(incoming: http.IncomingMessage): Promise<string> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of incoming as AsyncIterable<Uint8Array>) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}

function heardIn(body: string): Heard {
	const { messages = [], tools = [] } = request(JSON.parse(body || '{}'));
	return {
		tools: tools.map((tool) => tool.function),
		results: messages.filter(({ role }) => role === 'tool').map(({ content }) => text(content)),
	};
}

function completion(reply: Reply, number: number) {
	const asked = 'call' in reply;
	const message = asked
		? { role: 'assistant', content: null, tool_calls: [toolCall(reply, number)] }
		: { role: 'assistant', content: reply.say };
	return {
		id: `chatcmpl-${number}`,
		object: 'chat.completion',
		created: 0,
		model: 'stand-in',
		choices: [{ index: 0, message, finish_reason: asked ? 'tool_calls' : 'stop' }],
		usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
	};
}

function toolCall({ call, with: given }: { call: string; with: object }, number: number) {
	return {
		id: `call_${number}`,
		type: 'function',
		function: { name: call, arguments: JSON.stringify(given) },
	};
}
