import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Starts a host on https whose certificate nobody has signed but itself. */
export async function startUntrustedHost(): Promise<{ url: string; close: () => Promise<void> }> {
	const server = createServer(selfSigned(), (_request, answer) => answer.end('{"values":[]}'));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `https://127.0.0.1:${port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function selfSigned(): { key: Buffer; cert: Buffer } {
	const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
	const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	const made = '-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2';
	const named = ['-subj', '/CN=127.0.0.1', '-keyout', key, '-out', cert];
	try {
		execFileSync('openssl', ['req', ...made.split(' '), ...named], { stdio: 'pipe' });
		return { key: readFileSync(key), cert: readFileSync(cert) };
	} finally {
		rmSync(folder, { recursive: true });
	}
}
