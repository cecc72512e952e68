import { isObject, type JsonObject } from '../../domain/json.mts';
import type { Link, ModelLink } from '../../domain/records.mts';
import type { Service } from '../../domain/service.mts';

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** The fields of an entity that refer to others. */
export const REFERENCES = [
	'model',
	'model1',
	'model2',
	'baseModel',
	'dataset',
	'datasets',
	'project',
];

export function isId(text: string) {
	return ID.test(text);
}

/** Reads the references of an entity that is put: bare ids, references, or whole entities. */
export class References {
	private readonly service: Service;
	private readonly entity: JsonObject;

	constructor(service: Service, entity: JsonObject) {
		this.service = service;
		this.entity = entity;
	}

	get project(): { project?: Link<'projects'> } {
		const id = this.idIn('project');
		return id === undefined ? {} : { project: { collection: 'projects', id } };
	}

	get baseModel(): { baseModel?: Link<'baseModels'> } {
		const id = this.idIn('baseModel');
		return id === undefined ? {} : { baseModel: { collection: 'baseModels', id } };
	}

	get dataset(): { dataset?: Link<'datasets'> } {
		const id = this.idIn('dataset');
		return id === undefined ? {} : { dataset: { collection: 'datasets', id } };
	}

	get datasets(): { datasets?: Link<'datasets'>[] } {
		const { datasets } = this.entity;
		if (!Array.isArray(datasets)) return {};
		return {
			datasets: datasets.map((one: unknown): Link<'datasets'> => {
				return { collection: 'datasets', id: idOf('datasets', one) };
			}),
		};
	}

	/** A custom model, or a base model where one has that id. */
	model(field: 'model' | 'model1' | 'model2'): ModelLink | undefined {
		const id = this.idIn(field);
		if (id === undefined) return undefined;
		const isBase = this.service.store.get('baseModels', id) !== undefined;
		return { collection: isBase ? 'baseModels' : 'models', id };
	}

	private idIn(name: string) {
		const value = this.entity[name];
		return value === undefined || value === null ? undefined : idOf(name, value);
	}
}

function idOf(name: string, value: unknown) {
	const { id, self } = isObject(value) ? value : { id: value, self: undefined };
	const text = [id, self].find((one) => typeof one === 'string') ?? '';
	const found = ID.exec(text)?.[0].toLowerCase();
	if (!found) throw new Error(`'${name}' refers to no id: ${text}`);
	return found;
}
