import { BYTE_ORDER_MARK } from '../check/text/encoding';
import type { Payload } from '../plan/uploadPlan';

/** The bytes to send, from the start each time. */
export async function* contentOfPlan({ source, isMended }: Payload): AsyncGenerator<Buffer> {
	if (isMended) yield BYTE_ORDER_MARK;
	yield* source.open();
}
