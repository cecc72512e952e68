import { join } from 'node:path';

// n8n-core writes a settings file into the user folder on first use: keep it out of the developer's home
process.env.N8N_USER_FOLDER = join(process.env.ENGINE_FOLDER, String(process.pid));
process.env.N8N_ENCRYPTION_KEY = 'test-encryption-key';
// a failing node is what many tests want to see; the engine would print each one
process.env.N8N_LOG_LEVEL = 'silent';
process.env.N8N_DIAGNOSTICS_ENABLED = 'false';
