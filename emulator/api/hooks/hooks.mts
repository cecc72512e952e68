import { randomUUID } from 'node:crypto';
import type { WebHookEvents } from '../../../contract/types.d.ts';
import type { Collection, WebhookRecord, WorkRecord } from '../../domain/records.mts';
import type { Service } from '../../domain/service.mts';
import { isOver, statusOf } from '../../domain/time/job.mts';
import type { ViewContext } from '../context.mts';
import { selfUrl } from '../views/urls.mts';
import { webhookView } from '../views/webhook.mts';
import { Agenda } from './agenda.mts';
import { challenge, deliver, type Caller } from './deliver.mts';
import { Outbox } from './outbox.mts';

const GROUPS = [
	['datasets', 'dataset'],
	['models', 'model'],
	['evaluations', 'evaluation'],
	['endpoints', 'endpoint'],
] as const;
const MOMENTS = ['Creation', 'Processing', 'Completion'] as const;
const WATCH_MS = 500;
/** How late a late challenge comes, by the emulator's clock. */
const LATE_CHALLENGE_MS = 30_000;

/** What web hooks need of the emulator they belong to. */
export interface HookHost {
	service: Service;
	closing: AbortController;
	state: { touch(): void };
	context(origin?: string, version?: string): ViewContext;
}

interface Happening {
	event: keyof WebHookEvents;
	collection: Collection;
	id: string;
}

/** Tells web hooks what happens. */
export class Hooks {
	private readonly host: HookHost;
	private readonly underway = new Set<Promise<void>>();
	private readonly agenda = new Agenda();
	private readonly outbox: Outbox;
	private watch: NodeJS.Timeout | undefined;

	constructor(host: HookHost) {
		this.host = host;
		this.outbox = new Outbox({
			now: () => host.service.clock.now(),
			agenda: this.agenda,
			isActive: (hook) => this.active().includes(hook),
			inBackground: (work) => {
				this.inBackground(work);
			},
			disable: (hook) => {
				this.disable(hook);
			},
		});
	}

	private get caller(): Caller {
		return { quirks: this.host.service.quirks, closing: this.host.closing.signal };
	}

	/** Asks the receiver of a new or moved web hook to prove itself, at once or when the quirk has it. */
	challenge(hook: WebhookRecord) {
		const { quirks, clock } = this.host.service;
		if (quirks.challengeSent === 'atOnce') {
			this.challengeNow(hook);
			return;
		}
		const { webUrl } = hook.fields;
		this.agenda.add(clock.now() + LATE_CHALLENGE_MS, () => {
			if (hook.fields.webUrl === webUrl) this.challengeNow(hook);
		});
	}

	private challengeNow(hook: WebhookRecord) {
		const token = randomUUID();
		const { webUrl } = hook.fields;
		this.inBackground(async () => {
			const passed = await challenge(this.caller, hook, token).catch(() => false);
			// A URL changed in the meantime has a challenge of its own.
			if (this.host.closing.signal.aborted || hook.fields.webUrl !== webUrl) return;
			if (passed) this.settle(hook, 'Succeeded');
			else
				this.settle(hook, 'Failed', `The receiver did not answer the challenge with '${token}'.`);
		});
	}

	private disable(hook: WebhookRecord) {
		this.settle(
			hook,
			'Failed',
			'The web hook is disabled: its receiver took none of the last calls.',
		);
	}

	private settle(hook: WebhookRecord, status: 'Succeeded' | 'Failed', message?: string) {
		hook.status = status;
		hook.changedAt = this.host.service.clock.now();
		if (message !== undefined) hook.properties.error = { code: 'InvalidCallbackUri', message };
		this.host.state.touch();
	}

	ping(hook: WebhookRecord) {
		const body = { ...webhookView(hook, this.contextOf(hook)), invocationId: randomUUID() };
		this.inBackground(async () => {
			await deliver(this.caller, hook, 'ping', body);
		});
	}

	/**
	 * Sends one sample of each event the hook listens to for which there is an entity.
	 * @returns whether there was any
	 */
	test(hook: WebhookRecord): boolean {
		const samples = GROUPS.flatMap(([collection, group]) => {
			const newest = this.host.service.store.all(collection).at(-1);
			const events = MOMENTS.map((moment) => `${group}${moment}` as const);
			return newest ? events.map((event) => ({ event, collection, id: newest.id })) : [];
		}).filter(({ event }) => hook.fields.events[event]);
		for (const sample of samples) this.send(hook, sample);
		return samples.length > 0;
	}

	/** Finds out what has happened since the last look, by the clock, and tells it. */
	observe() {
		const { store, clock } = this.host.service;
		const active = this.active();
		const now = clock.now();
		this.agenda.runDue(now);
		for (const [collection, group] of GROUPS) {
			for (const record of store.all(collection)) {
				const reached = momentsOf(record, now);
				for (const moment of MOMENTS.slice(record.announced ?? 0, reached)) {
					tell(this, active, { event: `${group}${moment}`, collection, id: record.id });
				}
				record.announced = reached;
			}
		}
		this.keepWatch(store.size('webhooks') > 0);
	}

	/** Tells that an entity is gone. */
	removed(collection: Collection, { id }: { id: string }) {
		const group = GROUPS.find(([name]) => name === collection)?.[1];
		if (group) tell(this, this.active(), { event: `${group}Deletion`, collection, id });
	}

	/** Hooks whose receiver proved itself. */
	private active() {
		return this.host.service.store.all('webhooks').filter((hook) => hook.status === 'Succeeded');
	}

	send(hook: WebhookRecord, { event, collection, id }: Happening) {
		const self = selfUrl(this.contextOf(hook), { collection, id });
		const body = { self, invocationId: randomUUID() };
		// A receiver tells by the id that a call comes once more.
		this.outbox.post(hook, () => deliver(this.caller, hook, event, body).catch(() => false));
	}

	private contextOf(hook: WebhookRecord) {
		return this.host.context(undefined, hook.apiVersion);
	}

	private inBackground(work: () => Promise<void>) {
		const running = work().catch((error: unknown) => {
			if (this.host.closing.signal.aborted) return;
			const message = error instanceof Error ? error.message : String(error);
			process.stderr.write(`emulator: web hook not reached: ${message}\n`);
		});
		this.underway.add(running);
		void running.finally(() => this.underway.delete(running));
	}

	/**
	 * Completions come with time, not with requests, so somebody has to look while anybody listens.
	 */
	private keepWatch(wanted: boolean) {
		if (wanted && !this.watch) {
			this.watch = setInterval(() => {
				this.observe();
			}, WATCH_MS).unref();
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

/** Tells each hook that listens to it what happened. */
function tell(hooks: Hooks, active: WebhookRecord[], happening: Happening) {
	for (const hook of active) {
		if (hook.fields.events[happening.event]) hooks.send(hook, happening);
	}
}

/**
 * How many of its moments an entity has reached.
 */
function momentsOf(record: WorkRecord, now: number) {
	const status = statusOf(record, now);
	if (isOver(status)) return 3;
	return status === 'NotStarted' ? 1 : 2;
}
