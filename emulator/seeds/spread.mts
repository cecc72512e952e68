import { stableId } from '../views/stableId.mts';

/**
 * A whole number from 0 to below a limit that is always the same for the same text, and looks like chance.
 */
function spread(text: string, limit: number) {
	return Number.parseInt(stableId(text).slice(0, 8), 16) % limit;
}

export { spread };
