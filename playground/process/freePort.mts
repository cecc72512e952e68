import getPort from 'get-port';

/** A free port on the loopback interface, another one each time. */
export async function freePort(): Promise<number> {
	return await getPort({ host: '127.0.0.1' });
}
