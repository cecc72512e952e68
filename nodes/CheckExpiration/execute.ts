import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { SpeechClient } from '../shared/api/client';
import { missing } from '../shared/api/whatItIs';
import { allOf, equals } from '../shared/api/filter';
import { readExisting } from '../shared/api/readExisting';
import { connect } from '../shared/n8n/connect';
import { showHints } from '../shared/n8n/hints';
import { forEachItem, grownItem, listedItem } from '../shared/n8n/items';
import { isToolCall } from '../shared/n8n/toolCall';
import type { BaseModel, CustomModel, Endpoint, Project } from '../shared/speech/entities';
import { checkProjectLocale } from '../shared/speech/projectLocale';
import { COLLECTION_PATHS } from '../shared/speech/references';
import { agentRows } from './agentRows';
import { checkEndpoints, checkModel, checkModels, type ExpirationFinding } from './checkExpiration';
import { findingHints } from './explainFinding';
import { findingFields } from './findingFields';
import { leftOut, narrowToProject, type Narrowed } from './inProject';
import { takeInventory, type Inventory } from './inventory';
import { nothingExpiresHint, type Checked } from './nothingExpires';
import { reportFields } from './report/reportFields';
import { readScope, type Scope } from './scope';

/** Checks what each item asks for, once for all items that ask the same, most urgent first. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await connect(this);
	const now = Date.now();
	const checks = new Map<string, Checked>();
	const fine = new Set<INodeExecutionData>();
	const hints = new Set<string>();
	const isTool = isToolCall(this);
	const results = await forEachItem(this, async (itemIndex) => {
		const scope = readScope(this, client.connection.apiVersion, itemIndex);
		const key = JSON.stringify(scope);
		const isOfItem = scope.check === 'model';
		// An item that names a model gets its own answer; the whole resource is answered once.
		if (!isOfItem && checks.has(key)) return [];
		const narrowed = await narrowedFindings(client, scope, now);
		const { findings, withoutProject } = narrowed;
		checks.set(isOfItem ? `${key} ${itemIndex}` : key, { scope, findings });
		const omitted = leftOut(withoutProject);
		for (const hint of findings.flatMap(findingHints)) hints.add(hint);
		if (omitted) hints.add(omitted);
		const input = this.getInputData()[itemIndex];
		// The findings on a whole resource are a list of its own: what came in says nothing of them.
		const itemOf = (own: IDataObject) =>
			isOfItem ? grownItem(input, itemIndex, own) : listedItem(itemIndex, own);
		if (isTool && scope.simplify) return agentRows(findings, withoutProject).map(itemOf);
		const items = scope.asReport
			? [itemOf(reportFields(narrowed, now))]
			: findings.map((finding) => itemOf(findingFields(finding, scope, withoutProject)));
		const isFine = scope.asReport
			? () => !findings.some(({ needsAction }) => needsAction)
			: (index: number) => !findings[index].needsAction;
		items.forEach((item, index) => isFine(index) && fine.add(item));
		return items;
	});
	const nothing = isTool ? null : nothingExpiresHint([...checks.values()]);
	showHints(this, nothing === null ? hints : [...hints, nothing]);
	return [results.filter((item) => !fine.has(item)), results.filter((item) => fine.has(item))];
}

/** @throws when the model or the project to check is not there. */
async function narrowedFindings(
	client: SpeechClient,
	scope: Scope,
	now: number,
): Promise<Narrowed> {
	await checkProject(client, scope);
	const inventory = await readInventory(client, scope.locale);
	if (scope.modelId !== null && !inventory.modelById.has(scope.modelId)) {
		throw await missing(client, 'models', scope.modelId, 'Model');
	}
	return narrowToProject(check(inventory, scope, now).sort(mostUrgentFirst), scope.projectId);
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

/** What has no known date first, then by the days left; what never expires comes last. */
function mostUrgentFirst(one: ExpirationFinding, other: ExpirationFinding): number {
	const undated = ({ expiry }: ExpirationFinding) =>
		expiry.state === 'unknown' ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
	const left = (finding: ExpirationFinding) => finding.expiry.daysLeft ?? undated(finding);
	return left(one) - left(other);
}
