'use strict';

const { createHmac } = require('node:crypto');

/**
 * The signature a web hook's receiver checks: Base64 of the HMAC-SHA256 over the raw data.
 * @param {string} secret
 * @param {string} data the body, or the validation token of a challenge
 */
function signatureOf(secret, data) {
	return createHmac('sha256', Buffer.from(secret, 'utf8')).update(data).digest('base64');
}

module.exports = { signatureOf };
