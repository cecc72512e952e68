import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

/** Bytes in use, on the heap and beside it, once everything that nobody needs has been collected. */
function memoryInUse() {
	collect();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

export { memoryInUse };
