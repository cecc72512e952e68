'use strict';

/**
 * Takes optional fields that are null out of the body of a create: official samples send `baseModel: null` and the
 * like, and the service takes that as not given. A required or unknown field that is null stays, to be refused.
 * @param {{ required: string[], properties: Record<string, object> }} schema
 */
function leaveOutNulls({ required, properties }) {
	const optional = Object.keys(properties).filter((name) => !required.includes(name));
	return async (/** @type {import('fastify').FastifyRequest} */ request) => {
		const body = /** @type {Record<string, any> | null | undefined} */ (request.body);
		if (typeof body !== 'object' || body === null) return;
		for (const name of optional) if (body[name] === null) delete body[name];
	};
}

module.exports = { leaveOutNulls };
