import { POLICIES } from '../../nodes/shared/api/policies';

/** Long enough for a request to be sent again once. */
const SHORT_MS = 1_000;

/** Lets requests that get no usable answer end soon, until `jest.restoreAllMocks`. */
export function hurry(): void {
	jest.replaceProperty(POLICIES.ask, 'silencePatienceMs', SHORT_MS);
	jest.replaceProperty(POLICIES.listInEditor, 'silencePatienceMs', SHORT_MS);
}
