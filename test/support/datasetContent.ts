import { defined } from './defined';
import type { Emulator } from './emulator';

/** The bytes a dataset is made of at the service, read as a client would: through its files. */
export async function contentOfDataset({ url, key }: Emulator, id: string): Promise<Buffer> {
	const api = `${url}/speechtotext/datasets/${id}/files?api-version=2025-10-15`;
	const answer = await fetch(api, { headers: { 'Ocp-Apim-Subscription-Key': key } });
	const { values } = (await answer.json()) as {
		values: Array<{ kind: string; links: { contentUrl: string } }>;
	};
	const { links } = defined(values.find(({ kind }) => kind !== 'DatasetReport'));
	const content = await fetch(links.contentUrl);
	return Buffer.from(await content.arrayBuffer());
}
