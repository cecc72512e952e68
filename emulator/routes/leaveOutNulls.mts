/**
 * Takes optional fields that are null out of the body of a create: official samples send `baseModel: null` and the
 * like, and the service takes that as not given. A required or unknown field that is null stays, to be refused.
 */
function leaveOutNulls({
	required,
	properties,
}: {
	required: string[];
	properties: Record<string, object>;
}) {
	const optional = Object.keys(properties).filter((name) => !required.includes(name));
	return async (
		/** @type {import('fastify').FastifyRequest} */ request: import('fastify').FastifyRequest,
	) => {
		const body = request.body as Record<string, any> | null | undefined;
		if (typeof body !== 'object' || body === null) return;
		for (const name of optional) if (body[name] === null) delete body[name];
	};
}

export { leaveOutNulls };
