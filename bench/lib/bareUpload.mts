import { open } from 'node:fs/promises';

const BLOCK_BYTES = 8 * 1024 * 1024;
const QUERY = 'api-version=2025-10-15';

/**
 * The least that uploads a file: read a block, send it, read the next. No check, no hash, no second try.
 *
 * @returns milliseconds it took
 */
async function bareUpload(
	{ url, key }: { url: string; key: string },
	file: string,
): Promise<number> {
	const root = `${url}/speechtotext`;
	const send = async (method, address, body, type = 'application/json') => {
		const headers = { 'Ocp-Apim-Subscription-Key': key, 'Content-Type': type };
		const response = await fetch(address, { method, headers, body });
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${text}`);
		return text && JSON.parse(text);
	};
	const begun = performance.now();
	const dataset = { displayName: 'Bare', kind: 'Acoustic', locale: 'en-US' };
	const { self } = await send('POST', `${root}/datasets?${QUERY}`, JSON.stringify(dataset));
	const address = self.split('?')[0];
	const handle = await open(file);
	const list = [];
	const buffer = Buffer.allocUnsafeSlow(BLOCK_BYTES);
	for (;;) {
		const { bytesRead } = await handle.read(buffer, 0, BLOCK_BYTES);
		if (bytesRead === 0) break;
		const id = Buffer.from(String(list.length).padStart(6, '0')).toString('base64');
		const block = buffer.subarray(0, bytesRead);
		const to = `${address}/blocks?${QUERY}&blockid=${encodeURIComponent(id)}`;
		await send('PUT', to, block, 'application/octet-stream');
		list.push({ kind: 'Uncommitted', id });
	}
	await handle.close();
	await send('POST', `${address}/blocks:commit?${QUERY}`, JSON.stringify(list));
	return performance.now() - begun;
}

export { bareUpload };
