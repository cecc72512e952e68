import fs from 'node:fs';
import path from 'node:path';
import { nodeForN8n } from './nodeForN8n.mts';
import { installedModules } from './paths.mts';

/**
 * All that n8n gets to see: a variable of the person's own n8n must not change this one.
 *
 */
function n8nSettings({
	userFolder,
	port,
	brokerPort,
}: {
	userFolder: string;
	port: number;
	brokerPort: number;
}): Record<string, string> {
	return {
		PATH: nodeForN8n().searchPath,
		HOME: userFolder,
		NODE_ENV: 'production',
		TZ: 'Etc/UTC',
		GENERIC_TIMEZONE: 'Etc/UTC',

		N8N_USER_FOLDER: userFolder,
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${port}`,
		N8N_SECURE_COOKIE: 'false',
		N8N_LOG_FORMAT: 'json',

		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		// A module that an n8n does not have keeps it from starting.
		...(hasModule('mcp-registry') && { N8N_DISABLED_MODULES: 'mcp-registry' }),
	};
}

function hasModule(name) {
	return fs.existsSync(path.join(installedModules, 'n8n', 'dist', 'modules', name));
}

export { n8nSettings };
