import http from 'node:http';
import { once } from 'node:events';

/**
 * Stands in for the language model behind an AI agent, and for nothing else: it speaks OpenAI's chat completions over
 * HTTP, and instead of thinking goes through a script. Everything around it, n8n's agent and the tools it runs, is real.
 *
 * @param script what it answers to the first request, to the second and so on
 */
export type Heard = { tools: object[]; results: string[] };

export type Reply = { call: string; with: object } | { say: string };
async function startModelStandIn(
	script,
): Promise<{ url: string; heard: Heard[]; stop: () => Promise<void> }> {
	const heard = [];
	const server = http.createServer(async (request, response) => {
		const chunks = await request.toArray();
		const { messages = [], tools = [] } = JSON.parse(Buffer.concat(chunks).toString() || '{}');
		const results = messages.filter(({ role }) => role === 'tool').map(({ content }) => content);
		heard.push({ tools: tools.map((tool) => tool.function), results });
		const step = script[heard.length - 1];
		const answer = step
			? completion(step(heard.at(-1)), heard.length)
			: { error: { message: 'The script has no further answer' } };
		response.writeHead(step ? 200 : 400, { 'content-type': 'application/json' });
		response.end(JSON.stringify(answer));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${server.address().port}/v1`,
		heard,
		async stop() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

function completion(reply, number) {
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

function toolCall({ call, with: given }, number) {
	return {
		id: `call_${number}`,
		type: 'function',
		function: { name: call, arguments: JSON.stringify(given) },
	};
}

export { startModelStandIn };
