import type { SpeechClient } from '../shared/api/client';
import { readProject } from '../shared/api/readProject';
import { showHints } from '../shared/n8n/hints';
import { runKey } from '../shared/n8n/runKey';
import type { Project } from '../shared/speech/entities';
import { checkProjectLocale } from '../shared/speech/projectLocale';
import type { Begun, Continued, Run } from '../shared/waiting/waitingNode';
import { compareData } from './findings/compareData';
import { filePlans } from './plan/filePlans';
import { progressLog } from './upload/progressLog';
import { startUpload, type StartedUpload } from './upload/startUpload';
import { uploadedMemo, type UploadedMemo, type UploadMemo } from './result/uploadMemo';
import { readSettings, type Settings } from './plan/settings';
import { stopOnFindings, stopOnOpenKind } from './findings/stopOnFindings';
import { upload } from './upload/upload';
import type { UploadPlan } from './plan/uploadPlan';
import { uploadHints } from './findings/uploadHints';
import { urlPlan } from './plan/urlPlan';

/**
 * Begins to upload what an item brings: first all of it is checked, then the datasets are made.
 *
 * @returns what sends the content; its job is the first dataset, and the others are waited for after it.
 * @throws InputError when something is wrong with a field or a file, before anything is asked of the service.
 */
export async function beginUpload(
	{ context, client }: Run,
	itemIndex: number,
): Promise<Continued<UploadMemo>> {
	const settings = readSettings(context, client.connection.apiVersion, itemIndex);
	const plans = await readPlans({ context, client }, settings, itemIndex);
	await compareData(context, client, plans, itemIndex);
	stopOnFindings(plans);
	stopOnOpenKind(plans);
	const project = await projectOf(client, settings);
	const starts: Start[] = [];
	for (const plan of plans) {
		starts.push({ plan, settle: await startUpload(client, plan, project, runKey(context)) });
	}
	return async () => await sendAll({ context, client }, settings, starts);
}

/** A dataset that is made or found, and what it is to hold. */
interface Start {
	plan: UploadPlan;
	settle: () => Promise<StartedUpload>;
}

/** Sends what the datasets of an item lack, once it is known which of several made at once stay. */
async function sendAll(
	{ context, client }: Run,
	{ waits, simplify, mostRejectedPercent, usedFor }: Settings,
	starts: Start[],
): Promise<Begun<UploadMemo>> {
	const uploads: UploadedMemo[] = [];
	for (const { plan, settle } of starts) {
		const log = progressLog(context, plan.displayName);
		const uploaded = await upload(client, plan, await settle(), log);
		showHints(context, uploadHints(plan, uploaded));
		uploads.push(uploadedMemo(plan, uploaded));
	}
	const caseKey = usedFor === 'testing' ? 'testDataset' : 'dataset';
	const memo: UploadMemo = { uploads, at: 0, waits, simplify, mostRejectedPercent, caseKey };
	return { job: waits ? { kind: 'dataset', id: uploads[0].id } : null, memo };
}

async function readPlans(
	{ context, client }: Run,
	settings: Settings,
	itemIndex: number,
): Promise<UploadPlan[]> {
	if (context.getNodeParameter('operation', itemIndex, 'file') === 'file') {
		return await filePlans(context, settings, itemIndex);
	}
	const url = context.getNodeParameter('contentUrl', itemIndex, '') as unknown;
	return [await urlPlan(client, url, settings)];
}

async function projectOf(
	client: SpeechClient,
	{ projectId, locale }: Settings,
): Promise<Project | null> {
	const project = await readProject(client, projectId, null);
	if (project) checkProjectLocale(project, locale, 'the data has');
	return project;
}
