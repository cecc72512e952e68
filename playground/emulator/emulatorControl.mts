import type {
	BaseModel,
	CustomModel,
	Dataset,
	Endpoint,
	Evaluation,
	Project,
} from '../../contract/types.d.ts';
import { anything, count, listOf, object, optional, record, recordOf, text } from '../json.mts';

/** Where an emulator is. */
export interface EmulatorAddress {
	url: string;
}

/** Where an emulator is, and the key of its resource. */
export interface EmulatorAccess extends EmulatorAddress {
	key: string;
}

/** What the collections of an emulator hold, of those that are needed here. */
export interface Entities {
	models: CustomModel;
	baseModels: BaseModel;
	datasets: Dataset;
	endpoints: Endpoint;
	evaluations: Evaluation;
	projects: Project;
}

export type Collection = keyof Entities;

/** An entity as the control tells of it: with its id beside what the service says. */
export type Held<C extends Collection> = Entities[C] & { id: string; self: string };

/** One line of the log of requests. */
export interface SeenRequest {
	at: string;
	area: string;
	method: string;
	path: string;
	query?: Record<string, string>;
	body?: unknown;
	/** null while it is not answered. */
	status: number | null;
	/** The kind of fault that was done to it. */
	fault?: string;
}

export type EmulatorControl = ReturnType<typeof emulatorControl>;

const seenRequests = listOf(
	object<SeenRequest>({
		at: text,
		area: text,
		method: text,
		path: text,
		query: optional(recordOf(text)),
		body: anything,
		status: (value) => (value === null ? null : count(value)),
		fault: optional(text),
	}),
);

/** Steers an emulator past its API, over the paths below `/control`. */
export function emulatorControl({ url }: EmulatorAddress) {
	const { get, post, remove } = requestsTo(url);

	return {
		get,
		post,
		remove,

		/** All entities of a collection. */
		async list<C extends Collection>(collection: C): Promise<Held<C>[]> {
			return listOf((one) => held(collection, one))(await get(`/entities/${collection}`));
		},
		async entity<C extends Collection>(collection: C, id: string): Promise<Held<C>> {
			return held(collection, await get(`/entities/${collection}/${id}`));
		},
		/** Puts an entity past all rules, with everything it lacks filled in; references may be bare ids. */
		async put<C extends Collection>(collection: C, entity: object): Promise<Held<C>> {
			return held(collection, await post(`/entities/${collection}`, entity));
		},
		async removeEntity(collection: Collection, id: string) {
			await remove(`/entities/${collection}/${id}`);
		},
		/** Ends a job now. */
		async finish(
			collection: Collection,
			id: string,
			end: { status?: string; error?: object } = {},
		) {
			await post(`/entities/${collection}/${id}/finish`, end);
		},
		/** Decides what becomes of jobs. */
		async outcome(outcome: { collection: Collection } & Record<string, unknown>) {
			await post('/outcomes', outcome);
		},
		/** Requests so far, oldest first: those of the API, or of all areas. */
		async requests(area: 'api' | 'all' = 'api'): Promise<SeenRequest[]> {
			return seenRequests(await get(`/requests?area=${area}`));
		},
		async forgetRequests() {
			await remove('/requests');
		},
		/** What happens to requests, as the emulator's own page lists it. */
		async fault(fault: { kind: string } & Record<string, unknown>) {
			await post('/faults', fault);
		},
		async clearFaults() {
			await remove('/faults');
		},
	};
}

/** Requests to the paths below `/control`; an answer that is none of success is an error. */
function requestsTo(url: string) {
	async function request(method: string, path: string, body?: object): Promise<unknown> {
		const response = await fetch(`${url}/control${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const answer = await response.text();
		if (!response.ok) throw new Error(`The emulator answered ${method} ${path}: ${answer}`);
		return answer ? JSON.parse(answer) : undefined;
	}
	const get = async (path: string) => await request('GET', path);
	const post = async (path: string, body: object = {}) => await request('POST', path, body);
	const remove = async (path: string) => {
		await request('DELETE', path);
	};
	return { get, post, remove };
}

/** The emulator answers what the contract says; the tests of the contract see to it. */
function held<C extends Collection>(_collection: C, value: unknown): Held<C> {
	text(record(value).id);
	return value as Held<C>;
}
