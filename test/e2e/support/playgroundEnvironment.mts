import { TestEnvironment } from 'jest-environment-node';
import { openFromSource } from '../../../playground/openFromSource.mts';
import { openPlayground } from '../../../playground/openPlayground.mts';
import { openQueuePlayground } from '../../../playground/openQueuePlayground.mts';

/**
 * For tests that open a playground of their own. Tests run in a realm that hears of no signal and of no end of the
 * process; what is opened from here ends with it all the same.
 */
class PlaygroundEnvironment extends TestEnvironment {
	async setup() {
		await super.setup();
		Object.assign(this.global, { openFromSource, openPlayground, openQueuePlayground });
	}
}

export default PlaygroundEnvironment;
