import { statSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryFiles, root } from './repository.mts';

const MOST_BYTES = 120_000;
const MOST_TOGETHER = 1_000_000;

const pictures = repositoryFiles()
	.filter((path) => path.startsWith('docs/images/'))
	.map((path) => ({ path, bytes: statSync(join(root, path)).size }));

describe('the pictures of the documentation', () => {
	it('exist', () => expect(pictures.length).toBeGreaterThan(0));

	// the build copies every other picture into dist
	it('are all WebP', () => {
		expect(pictures.filter(({ path }) => !path.endsWith('.webp'))).toEqual([]);
	});

	it('are small enough to load at once', () => {
		expect(pictures.filter(({ bytes }) => bytes > MOST_BYTES)).toEqual([]);
		const together = pictures.reduce((sum, { bytes }) => sum + bytes, 0);
		expect(together).toBeLessThanOrEqual(MOST_TOGETHER);
	});
});
