import { checkModels } from '../../../nodes/CheckExpiration/checkExpiration';
import { takeInventory, type Lists } from '../../../nodes/CheckExpiration/inventory';
import type { CustomModel } from '../../../nodes/shared/speech/entities';
import { NOW } from '../entities';

export const MOMENT = { now: NOW, warnWithinDays: 60 };
export const EXPIRED = '2026-10-15T00:00:00Z';
export const EXPIRING = '2026-12-15T00:00:00Z';
export const VALID = '2028-10-15T00:00:00Z';

/** The lists of a resource that holds nothing else. */
export const inventory = (changes: Partial<Lists>) =>
	takeInventory({ models: [], endpoints: [], bases: [], ...changes });

/** The finding for a model, the only one unless others are given. */
export const checkOne = (model: CustomModel, changes: Partial<Lists> = {}) =>
	checkModels(inventory({ models: [model], ...changes }), MOMENT)[0];
