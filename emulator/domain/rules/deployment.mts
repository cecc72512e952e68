import type {
	BaseModelRecord,
	ContentFields,
	EndpointRecord,
	Link,
	ModelLink,
	ModelRecord,
} from '../records.mts';
import { invalid } from '../refusal.mts';
import type { Moment } from '../service.mts';
import { newRecord } from '../store/newRecord.mts';
import { endedJob, statusOf } from '../time/job.mts';
import { isExpired, servingModel } from './expiry.mts';
import { servesNoEndpoint } from './features.mts';
import { sameLocale } from './sameLocale.mts';

export interface Deployment {
	fields: ContentFields;
	project: Link<'projects'> | undefined;
	model: ModelLink | undefined;
	loggingEnabled: boolean;
}

/**
 * Refuses a model an endpoint cannot use.
 */
export function checkDeployable(
	moment: Moment,
	{ link, record }: { link: ModelLink; record: ModelRecord | BaseModelRecord },
	locale: string,
) {
	sameLocale(locale, record, 'model');
	const status = statusOf(record, moment.now);
	if (status !== 'Succeeded') {
		const code = status === 'Failed' ? 'DeployingFailedModel' : 'ModelNotDeployable';
		throw invalid(code, `The model cannot be deployed: its status is ${status}.`, 'model');
	}
	if (isExpired(moment, link)) throw invalid('ModelDeprecated', 'The model has expired.', 'model');
	if (servesNoEndpoint(record, moment)) {
		throw invalid(
			'ModelNotDeployable',
			'The model cannot be deployed: it does not support endpoints.',
			'model',
		);
	}
}

/**
 * Only a resource with its own storage may log.
 */
export function refuseLogging({ service }: Moment, wanted: boolean) {
	if (!wanted || service.quirks.byos) return;
	throw invalid(
		'EndpointLoggingNotSupported',
		'Logging needs a resource with its own storage.',
		'properties',
	);
}

/**
 * An endpoint whose deployment starts now.
 */
export function startDeployment(
	{ service, now }: Moment,
	{ fields, project, model, loggingEnabled }: Deployment,
): EndpointRecord {
	const endpoint: EndpointRecord = newRecord(now, {
		fields,
		refs: { ...(project && { project }), ...(model && { model }) },
		properties: { loggingEnabled },
		job: null,
	});
	endpoint.job = service.plan('endpoints', endpoint, 'endpoint', now);
	return endpoint;
}

/**
 * Gives an endpoint another model. It is a job, until whose success the old model serves; or, when the quirk wants it,
 * a change that is over at once while the old model goes on for as long as the job would have taken.
 */
export function changeModel({ service, now }: Moment, endpoint: EndpointRecord, model: ModelLink) {
	// A change that has not succeeded never served, so what served before it still does.
	endpoint.previousModel = servingModel(endpoint, now);
	delete endpoint.servesFrom;
	endpoint.refs.model = model;
	const job = service.plan('endpoints', endpoint, 'endpoint', now);
	endpoint.job = job;
	if (service.quirks.endpointChangeServed === 'afterJob') return;
	endpoint.job = endedJob(now, job.end);
	endpoint.servesFrom = job.endsAt;
}
