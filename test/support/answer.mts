import type {
	BaseModel,
	BaseModelFeatures,
	BaseModelLinks,
	BaseModelProperties,
	CustomModel,
	CustomModelLinks,
	CustomModelProperties,
	Dataset,
	DatasetLinks,
	DatasetProperties,
	Endpoint,
	EndpointLinks,
	EndpointProperties,
	EntityError,
	EntityReference,
	Error as ServiceError,
	Evaluation,
	EvaluationLinks,
	EvaluationProperties,
	File,
	FileLinks,
	FileProperties,
	Operation,
	Project,
	ProjectLinks,
	UploadedBlocks,
	WebHook,
	WebHookLinks,
	WebHookProperties,
} from '../../contract/types.d.ts';

type Keys<Union> = Union extends unknown ? keyof Union : never;
type Value<Union, Key> = Union extends unknown
	? Key extends keyof Union
		? Union[Key]
		: never
	: never;
/** The fields of all of these in one type, each of which may be missing. */
type AnyOf<Union> = { [Key in Keys<Union>]?: Value<Union, Key> };

type Told =
	| BaseModel
	| CustomModel
	| Dataset
	| Endpoint
	| Evaluation
	| File
	| Operation
	| Project
	| ServiceError
	| UploadedBlocks
	| WebHook;

export interface AnyProperties
	extends Omit<
		AnyOf<
			| BaseModelProperties
			| CustomModelProperties
			| DatasetProperties
			| EndpointProperties
			| EvaluationProperties
			| FileProperties
			| WebHookProperties
		>,
		'deprecationDates' | 'features'
	> {
	deprecationDates?: { adaptationDateTime?: string; transcriptionDateTime?: string };
	features?: BaseModelFeatures;
}

export type AnyLinks = AnyOf<
	| BaseModelLinks
	| CustomModelLinks
	| DatasetLinks
	| EndpointLinks
	| EvaluationLinks
	| FileLinks
	| ProjectLinks
	| WebHookLinks
>;

/** What the service can answer with: an entity, a page of a list, or an error of its own or of its gateway. */
export interface AnswerBody extends Omit<AnyOf<Told>, 'properties' | 'links' | 'error'> {
	properties?: AnyProperties;
	links?: AnyLinks;
	error?: EntityError;
	values?: AnswerBody[];
	'@nextLink'?: string | null;
}

/** An entity as an emulator shows it to a test, whose id and address are always there. */
export interface ShownEntity extends AnswerBody {
	id: string;
	self: string;
}

/** A reference to an entity, as the service takes it. */
export const ref = ({ self }: EntityReference): EntityReference => ({ self });

/** The last part of an address, which is the id. */
export function idAt(address: string | undefined): string {
	if (address === undefined) throw new Error('There is no address to read an id from');
	return new URL(address).pathname.split('/').at(-1) ?? '';
}

/** The entities or files of a page. Fails when the answer is none. */
export function valuesOf({ values }: AnswerBody): AnswerBody[] {
	if (!values) throw new Error('The response is no page of a list');
	return values;
}

/** Where the content of a file lies. Fails when the service names no place. */
export function contentUrlOf(file: AnswerBody | undefined): string {
	const contentUrl = file?.links?.contentUrl;
	if (contentUrl === undefined) throw new Error('The file has no link to its content');
	return contentUrl;
}
