/**
 * Fastify looks for the name of a plugin among all modules that are loaded, twice for each plugin. To list them takes
 * jest long, and n8n's engine loads thousands, so here every function tells fastify a name by itself.
 */
Object.defineProperty(Function.prototype, Symbol.for('fastify.display-name'), {
	configurable: true,
	get(this: { name: string }) {
		return this.name || 'anonymous';
	},
});
