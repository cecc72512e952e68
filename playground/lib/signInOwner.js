const { connectTo } = require('./n8nSession');

/** The login of the throw-away n8n; it listens on this machine only and is gone afterwards. */
const OWNER = {
	email: 'demo@custom-speech.example',
	firstName: 'Demo',
	lastName: 'Owner',
	password: 'Custom-Speech-1',
};

/**
 * Sets up the owner of a fresh n8n and signs in.
 *
 * @param {string} url
 */
async function signInOwner(url) {
	const session = connectTo(url);
	await session.post('/rest/owner/setup', OWNER);
	return session;
}

module.exports = { OWNER, signInOwner };
