import { requireInstalled } from './requireInstalled.mts';

const { version } = requireInstalled('n8n/package.json');
const [major, minor, patch] = version.split('.').map(Number);

/**
 * Whether the installed n8n hands the result of a sub-execution back after a wait, so that this package stores its
 * waits there. It does since 2.41.0, and in 2.39 since 2.39.8; in 2.40 it does not.
 */
const storesWaits = major > 2 || (major === 2 && (minor >= 41 || (minor === 39 && patch >= 8)));

/** Whether a workflow must be published to be called, or to run on an error; n8n 1 refuses to publish such a one. */
const publishesCalled = major >= 2;

export { version, storesWaits, publishesCalled };
