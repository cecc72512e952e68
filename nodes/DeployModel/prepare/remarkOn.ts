import { utcDay } from '../../shared/speech/dates';
import type { BaseModel, CustomModel } from '../../shared/speech/entities';
import { isExpired } from '../../shared/speech/expiry';

/** What must be said of a model that an endpoint is found set to; undefined for nothing. */
export function remarkOn(model: BaseModel | CustomModel): string | undefined {
	if (!isExpired(model, Date.now())) return undefined;
	const lastDay = utcDay(model.properties?.deprecationDates?.transcriptionDateTime);
	return `The model expired on ${lastDay}, so the endpoint transcribes with the newest base model.`;
}
