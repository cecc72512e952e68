import type { FastifyRequest } from 'fastify';
import { isObject } from '../../domain/json.mts';
import type { ObjectSchema } from '../schemas/sharedFields.mts';

/**
 * Takes optional fields that are null out of the body of a create: official samples send `baseModel: null` and the
 * like, and the service takes that as not given. A required or unknown field that is null stays, to be refused.
 */
export function leaveOutNulls({ required, properties }: ObjectSchema) {
	const optional = Object.keys(properties).filter((name) => !required.includes(name));
	return ({ body }: FastifyRequest, _reply: unknown, done: () => void) => {
		if (isObject(body)) {
			for (const name of optional) if (body[name] === null) Reflect.deleteProperty(body, name);
		}
		done();
	};
}
