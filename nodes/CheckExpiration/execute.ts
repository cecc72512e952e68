import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { SpeechClient } from '../shared/api/client';
import { missing } from '../shared/api/whatItIs';
import { allOf, equals } from '../shared/api/filter';
import { readExisting } from '../shared/api/readExisting';
import { connect } from '../shared/n8n/connect';
import { showHints } from '../shared/n8n/hints';
import { forEachItem, grownItem } from '../shared/n8n/items';
import { isToolCall } from '../shared/n8n/toolCall';
import type { BaseModel, CustomModel, Endpoint, Project } from '../shared/speech/entities';
import { checkProjectLocale } from '../shared/speech/projectLocale';
import { COLLECTION_PATHS, idOf } from '../shared/speech/references';
import { simplifyEndpoint, simplifyModel, fieldsWithoutSecrets } from '../shared/speech/simplify';
import { agentRows } from './agentRows';
import { checkEndpoints, checkModel, checkModels, type ExpirationFinding } from './checkExpiration';
import { findingHints, findingSummary } from './explainFinding';
import { leftOut, narrowToProject } from './inProject';
import { takeInventory, type Inventory } from './inventory';
import { reportItem } from './report/reportItem';
import { readScope, type Scope } from './scope';

/** Checks what each item asks for, once for all items that ask the same, most urgent first. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await connect(this);
	const now = Date.now();
	const asked = new Set<string>();
	const fine = new Set<INodeExecutionData>();
	const hints = new Set<string>();
	const isTool = isToolCall(this);
	const results = await forEachItem(this, async (itemIndex) => {
		const scope = readScope(this, client.connection.apiVersion, itemIndex);
		const key = JSON.stringify(scope);
		// An item that names a model gets its own answer; the whole resource is answered once.
		if (scope.check !== 'model' && asked.has(key)) return [];
		await checkProject(client, scope);
		const inventory = await readInventory(client, scope.locale);
		if (scope.modelId !== null && !inventory.modelById.has(scope.modelId)) {
			throw await missing(client, 'models', scope.modelId, 'Model');
		}
		const all = check(inventory, scope, now);
		asked.add(key);
		const narrowed = narrowToProject(all.sort(mostUrgentFirst), scope.projectId);
		const { findings, withoutProject } = narrowed;
		const omitted = leftOut(withoutProject);
		for (const hint of findings.flatMap(findingHints)) hints.add(hint);
		if (omitted) hints.add(omitted);
		const input = this.getInputData()[itemIndex];
		if (isTool && scope.simplify) {
			return agentRows(findings, withoutProject).map((row) => grownItem(input, itemIndex, row));
		}
		const items = scope.asReport
			? [reportItem(this, itemIndex, narrowed, now)]
			: findings.map((finding) =>
					grownItem(input, itemIndex, added(finding, scope, withoutProject)),
				);
		const isFine = scope.asReport
			? () => !findings.some(({ needsAction }) => needsAction)
			: (index: number) => !findings[index].needsAction;
		items.forEach((item, index) => isFine(index) && fine.add(item));
		return items;
	});
	showHints(this, hints);
	return [results.filter((item) => !fine.has(item)), results.filter((item) => fine.has(item))];
}

/** Everything by list calls, each list read once for a locale; nothing is fetched one by one. */
async function readInventory(client: SpeechClient, locale: string | null): Promise<Inventory> {
	return await client.once(`inventory of ${locale}`, async () => {
		const query = { filter: allOf(locale && equals('locale', locale)) };
		// The shortest list alone, so that a first sign-in fetches one token and not three.
		const endpoints = await client.list<Endpoint>(COLLECTION_PATHS.endpoints, query);
		const [models, bases] = await Promise.all([
			client.list<CustomModel>(COLLECTION_PATHS.models, query),
			client.list<BaseModel>(COLLECTION_PATHS.baseModels, query),
		]);
		return takeInventory({ models, endpoints, bases });
	});
}

function check(inventory: Inventory, scope: Scope, now: number): ExpirationFinding[] {
	const moment = { now, warnWithinDays: scope.warnWithinDays };
	if (scope.check === 'model') {
		return [checkModel(inventory.modelById.get(scope.modelId!)!, inventory, moment)];
	}
	const endpoints = checkEndpoints(inventory, moment);
	if (scope.check === 'endpoints') return endpoints;
	return [...checkModels(inventory, moment), ...endpoints.filter(({ model }) => model === null)];
}

/**
 * Nothing belongs to a project that does not exist, and an empty answer would pass for good news.
 *
 * @throws InputError when it does not exist, or has another locale than what is asked for.
 */
async function checkProject(client: SpeechClient, { projectId, locale }: Scope): Promise<void> {
	if (projectId === null) return;
	const project = await readExisting<Project>(client, 'projects', projectId, 'Project');
	if (locale !== null && project.locale) checkProjectLocale(project, locale, "'Locale' is");
}

function added(
	finding: ExpirationFinding,
	{ simplify }: Scope,
	withoutProject: number,
): IDataObject {
	const { model, endpoint, expiry, usedBy, usesBaseModel, newerBase, successor, reason } = finding;
	const { servedBase, rejectedBases } = finding;
	const omitted = leftOut(withoutProject);
	return {
		// Null replaces a model that came in: it is not the one this finding is about.
		model: model && (simplify ? { ...simplifyModel(model) } : fieldsWithoutSecrets(model)),
		...(endpoint && {
			endpoint: simplify ? { ...simplifyEndpoint(endpoint) } : fieldsWithoutSecrets(endpoint),
		}),
		expiration: {
			...expiry,
			endpoints: usedBy.map((user) => ({ id: idOf(user), displayName: user.displayName })),
			usesBaseModel,
			newerBaseModelAvailable: newerBase !== null,
			newerBaseModelId: newerBase && idOf(newerBase),
			newerBaseModelName: newerBase?.displayName ?? null,
			rejectedBaseModels: rejectedBases.map(({ base, reason: why }) => ({
				id: idOf(base),
				displayName: base.displayName,
				reason: why,
			})),
			servedBaseModelId: servedBase && idOf(servedBase),
			retrainedAsModelId: successor && idOf(successor),
			reason,
			withoutProject,
		},
		summary: [findingSummary(finding), omitted].filter(Boolean).join(' '),
	};
}

/** What has no known date first, then by the days left; what never expires comes last. */
function mostUrgentFirst(one: ExpirationFinding, other: ExpirationFinding): number {
	const undated = ({ expiry }: ExpirationFinding) =>
		expiry.state === 'unknown' ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
	const left = (finding: ExpirationFinding) => finding.expiry.daysLeft ?? undated(finding);
	return left(one) - left(other);
}
