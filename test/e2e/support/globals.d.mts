import type { openFromSource as openSource } from '../../../playground/openFromSource.mts';
import type { openPlayground as open, Playground } from '../../../playground/openPlayground.mts';
import type { openQueuePlayground as openQueue } from '../../../playground/openQueuePlayground.mts';

declare global {
	/** In the process of jest: the playground that all end-to-end tests share. */
	var sharedPlayground: Playground | undefined;

	/** In tests whose environment is playgroundEnvironment.mts. */
	var openFromSource: typeof openSource;
	var openPlayground: typeof open;
	var openQueuePlayground: typeof openQueue;
}
