/** `ArrayBuffer.transfer` of newer runtimes: what is not taken over is given back at once. */
interface Transferable {
	transfer?: (bytes: number) => unknown;
}

/**
 * Gives back the memory of bytes that nobody needs any more. Left to be collected, the pieces of a large file pile up
 * to some 60 MiB before the runtime looks for them. An older runtime cannot do it, and collects them.
 *
 * @param bytes Unreadable afterwards. Bytes that share their memory with others stay.
 */
export function release(bytes: Buffer): void {
	const isAlone = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
	if (isAlone) (bytes.buffer as Transferable).transfer?.(0);
}
