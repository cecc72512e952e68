import { randomBytes } from 'node:crypto';
import type { Service } from '../domain/service.mts';
import type { ViewContext } from './context.mts';
import { Hooks } from './hooks/hooks.mts';
import { Access } from './http/access.mts';
import { Faults } from './http/faults.mts';
import { RateLimit } from './http/rateLimit.mts';
import { RequestLog } from './http/requestLog.mts';
import { Tokens, type SignInOptions } from './http/tokens.mts';

export interface ApiOptions {
	key: string;
	/** The newest first. */
	apiVersions: string[];
	pageSize: number;
	retryAfterSeconds: number | null;
	rateLimit: boolean;
	oauth: SignInOptions;
}

/** Where the state is kept. */
export interface StateKeeper {
	/** Notes a change, to be written soon. */
	touch(): void;
	/** Writes pending changes now. */
	flush(): void;
}

/** What the HTTP side of an emulator knows besides the service it stands before. */
export class ApiHost {
	readonly service: Service;
	readonly options: ApiOptions;
	readonly state: StateKeeper;
	readonly tokens: Tokens;
	readonly access: Access;
	readonly faults = new Faults();
	readonly rateLimit: RateLimit | undefined;
	readonly log = new RequestLog();
	readonly hooks: Hooks;
	readonly closing = new AbortController();
	secret = randomBytes(16).toString('hex');
	url = '';

	constructor(service: Service, options: ApiOptions, state: StateKeeper) {
		this.service = service;
		this.options = options;
		this.state = state;
		this.tokens = new Tokens(options.oauth);
		this.access = new Access(options.key, this.tokens);
		this.rateLimit = options.rateLimit ? new RateLimit() : undefined;
		this.hooks = new Hooks(this);
	}

	context(origin: string = this.url, version = this.options.apiVersions[0]): ViewContext {
		const { service, secret } = this;
		return { service, now: service.clock.now(), origin, version, secret };
	}

	/** To be called after every change: saves, and tells web hooks. */
	changed() {
		this.hooks.observe();
		this.state.touch();
	}
}
