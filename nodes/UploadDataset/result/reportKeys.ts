import { saysHowItWent, type Surroundings } from './reportEntry';
import { isMap, type Json } from './reportJson';

/** A map may say by its keys which file or line it is about. */
const FILE_KEY = /\.[a-z][a-z0-9]{1,4}$/i;
const LINE_KEY = /^\d{1,9}$/;
/** What was taken. */
const TAKEN_KEY =
	/^(accepted|succeeded|success(es|ful)?)_?(lines?|files?|utterances?|entries|items?|audios?)?$/i;
/** A part of the report, which is no file although it may say how it went. */
const PART_KEY =
	/^(report|summary|results?|properties|details?|data|dataset|status|import|info|metadata|(inner_?)?errors?)$/i;

/** Values of a map by which it is told what its keys are. */
const LOOKED_AT = 100;

/** A map's values, each with what its key says of it, and whether the key is the name of what the value is about. */
export function* namedValues(map: Json, around: Surroundings) {
	const some = Object.values(map).slice(0, LOOKED_AT);
	const isByName = some.every((value) => isMap(value) && saysHowItWent(value));
	for (const [key, value] of Object.entries(map)) {
		if (TAKEN_KEY.test(key)) {
			yield { value, at: { ...around, isTaken: true }, isNamed: false };
		} else if (LINE_KEY.test(key)) {
			yield { value, at: { ...around, line: Number(key) }, isNamed: true };
		} else if (FILE_KEY.test(key) || (isByName && !PART_KEY.test(key))) {
			yield { value, at: { ...around, file: key }, isNamed: true };
		} else {
			yield { value, at: around, isNamed: false };
		}
	}
}
