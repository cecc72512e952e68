import { createHmac } from 'node:crypto';

/**
 * The signature a web hook's receiver checks: Base64 of the HMAC-SHA256 over the raw data.
 * @param data the body, or the validation token of a challenge
 */
function signatureOf(secret: string, data: string) {
	return createHmac('sha256', Buffer.from(secret, 'utf8')).update(data).digest('base64');
}

export { signatureOf };
