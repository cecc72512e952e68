import { randomUUID } from 'node:crypto';
import { isOver, statusOf } from '../time/job.mts';
import { selfUrl } from '../views/urls.mts';
import { webhookView } from '../views/webhook.mts';
import { challenge, deliver } from './deliver.mts';

export type EntityRecord = import('../types.mts').EntityRecord;

export type Collection = import('../types.mts').Collection;

/** @type {[Collection, string][]} */
const GROUPS: [Collection, string][] = [
	['datasets', 'dataset'],
	['models', 'model'],
	['evaluations', 'evaluation'],
	['endpoints', 'endpoint'],
];
const MOMENTS = ['Creation', 'Processing', 'Completion'];
const WATCH_MS = 500;

/** Tells web hooks what happens. */
class Hooks {
	service: any;
	underway: Set<Promise<void>>;
	watch: NodeJS.Timeout | undefined;

	/** @param {import('../service.mts').Service} service */
	constructor(service: import('../service.mts').Service) {
		this.service = service;
		/** @type {Set<Promise<void>>} */
		this.underway = new Set();
		/** @type {NodeJS.Timeout | undefined} */
		this.watch = undefined;
	}

	/** @param {EntityRecord} hook */
	challenge(hook: EntityRecord) {
		const token = randomUUID();
		const { webUrl } = hook.fields;
		this.inBackground(async () => {
			const passed = await challenge(this.service, hook, token).catch(() => false);
			// A URL changed in the meantime has a challenge of its own.
			if (this.service.closing.signal.aborted || hook.fields.webUrl !== webUrl) return;
			hook.status = passed ? 'Succeeded' : 'Failed';
			hook.changedAt = this.service.clock.now();
			if (!passed) {
				const message = `The receiver did not answer the challenge with '${token}'.`;
				hook.properties.error = { code: 'InvalidCallbackUri', message };
			}
			this.service.stateFile.touch();
		});
	}

	/** @param {EntityRecord} hook */
	ping(hook: EntityRecord) {
		const body = { ...webhookView(hook, this.context(hook)), invocationId: randomUUID() };
		this.inBackground(() => deliver(this.service, hook, 'ping', body));
	}

	/**
	 * Sends one sample of each event the hook listens to for which there is an entity.
	 * @returns whether there was any
	 */
	test(hook: EntityRecord): boolean {
		const samples = GROUPS.flatMap(([collection, group]) => {
			const newest = this.service.store.all(collection).at(-1);
			const moments = MOMENTS.filter((moment) => hook.fields.events[`${group}${moment}`]);
			return newest ? moments.map((moment) => ({ collection, group, moment, newest })) : [];
		});
		for (const { collection, group, moment, newest } of samples) {
			this.send(hook, `${group}${moment}`, collection, newest);
		}
		return samples.length > 0;
	}

	/** Finds out what has happened since the last look, by the clock, and tells it. */
	observe() {
		const active = this.active();
		const now = this.service.clock.now();
		for (const [collection, group] of GROUPS) {
			for (const record of this.service.store.all(collection)) {
				const reached = momentOf(record, now);
				for (let step = record.inner.announced ?? 0; step < reached; step += 1) {
					this.tell(active, `${group}${MOMENTS[step]}`, collection, record);
				}
				record.inner.announced = reached;
			}
		}
		this.keepWatch(this.service.store.all('webhooks').length > 0);
	}

	removed(collection: Collection, record: EntityRecord) {
		const group = GROUPS.find(([name]) => name === collection)?.[1];
		if (group) this.tell(this.active(), `${group}Deletion`, collection, record);
	}

	/** Hooks whose receiver proved itself. */
	active() {
		return this.service.store.all('webhooks').filter((hook) => hook.status === 'Succeeded');
	}

	tell(hooks: EntityRecord[], event: string, collection: Collection, record: EntityRecord) {
		for (const hook of hooks) {
			if (hook.fields.events[event]) this.send(hook, event, collection, record);
		}
	}

	send(hook: EntityRecord, event: string, collection: Collection, record: EntityRecord) {
		const self = selfUrl(this.context(hook), { collection, id: record.id });
		const body = { self, invocationId: randomUUID() };
		this.inBackground(() => deliver(this.service, hook, event, body));
	}

	/** @param {EntityRecord} hook */
	context(hook: EntityRecord) {
		return this.service.context(undefined, hook.inner.apiVersion);
	}

	/** @param {() => Promise<void>} work */
	inBackground(work: () => Promise<void>) {
		const running = work().catch((error) => {
			if (this.service.closing.signal.aborted) return;
			process.stderr.write(`emulator: web hook not reached: ${error.message}\n`);
		});
		this.underway.add(running);
		void running.finally(() => this.underway.delete(running));
	}

	/**
	 * Completions come with time, not with requests, so somebody has to look while anybody listens.
	 */
	keepWatch(wanted: boolean) {
		if (wanted && !this.watch) {
			this.watch = setInterval(() => this.observe(), WATCH_MS).unref();
		} else if (!wanted && this.watch) {
			clearInterval(this.watch);
			this.watch = undefined;
		}
	}

	/** Stops looking and waits for calls under way to be given up. */
	async close() {
		this.keepWatch(false);
		await Promise.allSettled(this.underway);
	}
}

/**
 * How many of its moments an entity has reached.
 */
function momentOf(record: EntityRecord, now: number) {
	const status = statusOf(record, now);
	if (isOver(status)) return 3;
	return status === 'NotStarted' ? 1 : 2;
}

export { Hooks };
