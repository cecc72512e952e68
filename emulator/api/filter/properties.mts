import type {
	Collection,
	ContentFields,
	DatasetRecord,
	EndpointRecord,
	Entity,
	Job,
	ProjectRecord,
	Records,
	Texts,
	WebhookRecord,
} from '../../domain/records.mts';
import { shownRecord } from '../../domain/rules/lateChange.mts';
import { lastActionAt, statusOf } from '../../domain/time/job.mts';
import type { EmulatedFile } from '../views/files.mts';
import type { Properties, Property } from './parse.mts';

interface Content extends Standing {
	fields: ContentFields;
}

interface Standing extends Entity {
	job?: Job | null;
	status?: string;
}

const text = <Fact,>(of: (fact: Fact, now: number) => string | undefined): Property<Fact> => ({
	type: 'text',
	of,
});
const date = <Fact,>(of: (fact: Fact, now: number) => number): Property<Fact> => ({
	type: 'date',
	of,
});

const displayName = text(({ fields }: { fields: Texts }) => fields.displayName);
const description = text(({ fields }: { fields: Texts }) => fields.description);
const locale = text(({ fields }: { fields: ContentFields }) => fields.locale);
const createdDateTime = date(({ createdAt }: { createdAt: number }) => createdAt);
const lastActionDateTime = date<Standing>(lastActionAt);
const status = text<Standing>(statusOf);

const content: Properties<Content> = new Map<string, Property<Content>>([
	['displayName', displayName],
	['description', description],
	['createdDateTime', createdDateTime],
	['lastActionDateTime', lastActionDateTime],
	['status', status],
	['locale', locale],
]);

const datasets: Properties<DatasetRecord> = new Map<string, Property<DatasetRecord>>([
	...content,
	['kind', text(({ fields }) => fields.kind)],
]);

/** While a change is hidden, an endpoint is found as it is shown. */
const endpoints: Properties<EndpointRecord> = new Map(
	[...content].map(([name, property]) => [name, asShown(property)]),
);

const projects: Properties<ProjectRecord> = new Map<string, Property<ProjectRecord>>([
	['displayName', displayName],
	['description', description],
	['createdDateTime', createdDateTime],
	['locale', locale],
	['foundryProjectName', text(({ fields }) => fields.foundryProjectName)],
]);

const webhooks: Properties<WebhookRecord> = new Map<string, Property<WebhookRecord>>([
	['displayName', displayName],
	['description', description],
	['createdDateTime', createdDateTime],
	['lastActionDateTime', lastActionDateTime],
	['status', status],
	['webUrl', text(({ fields }) => fields.webUrl)],
]);

/** What may be filtered in each list. */
export const filterable: { [C in Collection]: Properties<Records[C]> } = {
	models: content,
	baseModels: content,
	evaluations: content,
	endpoints,
	datasets,
	projects,
	webhooks,
	operations: new Map(),
};

/** Transcriptions are never there, but what may be asked of them is as of other content. */
export const filterableTranscriptions = content;

export const filterableFiles: Properties<EmulatedFile> = new Map<string, Property<EmulatedFile>>([
	['name', text(({ name }) => name)],
	['createdDateTime', createdDateTime],
	['kind', text(({ kind }) => kind)],
]);

function asShown(property: Property<Content>): Property<EndpointRecord> {
	return property.type === 'date'
		? date((endpoint, now) => property.of(shownRecord(endpoint, now), now))
		: text((endpoint, now) => property.of(shownRecord(endpoint, now), now));
}
