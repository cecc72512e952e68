import type { WebhookRecord } from '../../domain/records.mts';
import type { Agenda } from './agenda.mts';

const MINUTE_MS = 60_000;

/**
 * The pauses before each further try of a delivery, by the emulator's clock. The real service tries several times and
 * then drops it; how often and when is published nowhere.
 */
const RETRY_PAUSES_MS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS];

/** How many deliveries in a row are dropped before the web hook is disabled. The real number is published nowhere. */
const MOST_DROPPED = 3;

/** What an outbox needs of what surrounds it. */
export interface OutboxHost {
	now: () => number;
	agenda: Agenda;
	/** Whether a web hook is there and its receiver has proved itself. */
	isActive: (hook: WebhookRecord) => boolean;
	/** Runs work beside the requests. */
	inBackground: (work: () => Promise<void>) => void;
	/** The web hook can no longer be told anything until it is moved. */
	disable: (hook: WebhookRecord) => void;
}

/** Delivers to receivers, tries again what failed, and gives up on a receiver that takes nothing. */
export class Outbox {
	private readonly host: OutboxHost;
	private readonly dropped = new WeakMap<WebhookRecord, number>();

	constructor(host: OutboxHost) {
		this.host = host;
	}

	/**
	 * Delivers once, and again after each pause while that fails.
	 * @param attempt calls the receiver. @returns whether it took the call
	 */
	post(hook: WebhookRecord, attempt: () => Promise<boolean>, pauses = RETRY_PAUSES_MS) {
		const { webUrl } = hook.fields;
		// What was moved, disabled or deleted meanwhile is not called at the old address.
		const isCurrent = () => this.host.isActive(hook) && hook.fields.webUrl === webUrl;
		const begun = this.host.now();
		this.host.inBackground(async () => {
			if (await attempt()) {
				this.dropped.delete(hook);
				return;
			}
			if (!isCurrent()) return;
			const [pause, ...rest] = pauses;
			if (pauses.length === 0) {
				this.drop(hook);
				return;
			}
			this.host.agenda.add(begun + pause, () => {
				if (isCurrent()) this.post(hook, attempt, rest);
			});
		});
	}

	private drop(hook: WebhookRecord) {
		const dropped = (this.dropped.get(hook) ?? 0) + 1;
		this.dropped.set(hook, dropped);
		if (dropped < MOST_DROPPED) return;
		this.dropped.delete(hook);
		this.host.disable(hook);
	}
}
