import { stateOf } from '../shared/speech/status';
import { cleanText, named, quoted } from '../shared/speech/text';
import type { ExpirationFinding } from './checkExpiration';
import { isTrained, statusPhrase } from './findingStatus';

/** One sentence on a checked model or endpoint. */
export function findingSummary(finding: ExpirationFinding): string {
	const { needsRetraining, reason } = finding;
	// Why something is unknown explains it; why it needs nothing stands against it.
	const explains =
		needsRetraining || (finding.model === null && finding.expiry.state === 'unknown');
	const link = explains ? 'because' : 'but';
	const because = reason && isTrained(finding) ? `, ${link} ${reason}` : '';
	const next = successorNext(finding) || newer(finding);
	return `${subject(finding)} ${statusPhrase(finding)}${because}${users(finding)}.${next}`;
}

/** Of a model in use that was retrained already; a training of its own would only find that one. */
function successorNext({ successor, needsRetraining, usedBy }: ExpirationFinding): string {
	if (successor === null || !needsRetraining) return '';
	const name = quoted(successor.displayName);
	if (stateOf(successor) === 'working') return ` It is being retrained as ${name}.`;
	const endpoints = `endpoint${usedBy.length === 1 ? '' : 's'}`;
	return ` It was already retrained as ${name}; use Deploy Model to switch the ${endpoints} to that model.`;
}

/** Where to go from here, told only when it is time to. */
function newer({
	newerBase,
	rejectedBases,
	needsAction,
	needsRetraining,
}: ExpirationFinding): string {
	if (!needsAction) return '';
	const rejected = rejectedBases.map(
		({ base, reason }) => ` ${quoted(base.displayName)} is newer, but ${reason}.`,
	);
	const move = needsRetraining ? '' : '; use Deploy Model to switch the endpoint to it';
	const there = newerBase
		? ` A newer base model, ${quoted(newerBase.displayName)}, is available${move}.`
		: '';
	return `${there}${rejected.join('')}`;
}

/** What a person should know of even when no item of it is read. */
export function findingHints({
	model,
	endpoint,
	servedBase,
	usesBaseModel,
	expiry,
}: ExpirationFinding): string[] {
	if (usesBaseModel) {
		return [
			`Model ${quoted(model?.displayName)} has expired while an endpoint uses it. The endpoint now transcribes with the base model.`,
		];
	}
	if (servedBase && expiry.state === 'expired') {
		return [
			`Base model ${quoted(servedBase.displayName)} has expired while endpoint ${quoted(endpoint?.displayName)} is set to it. The endpoint now transcribes with the newest base model.`,
		];
	}
	if (model === null && servedBase === null) {
		return [`Endpoint ${quoted(endpoint?.displayName)} uses a model that is not in this resource.`];
	}
	return [];
}

function subject({ model, endpoint, servedBase }: ExpirationFinding): string {
	if (model) return `Model ${quoted(model.displayName)} (${cleanText(model.locale)})`;
	const base = servedBase ? ` with base model ${quoted(servedBase.displayName)}` : '';
	return `Endpoint ${quoted(endpoint?.displayName)} (${cleanText(endpoint?.locale)})${base}`;
}

function users({ model, usedBy, usesBaseModel }: ExpirationFinding): string {
	if (!model || usedBy.length === 0) return '';
	const names = named(usedBy.map(({ displayName }) => quoted(displayName)));
	const endpoints = `endpoint${usedBy.length === 1 ? '' : 's'} ${names}`;
	const one = usedBy.length === 1;
	return usesBaseModel
		? `; ${endpoints} already ${one ? 'transcribes' : 'transcribe'} with the base model`
		: `; ${endpoints} ${one ? 'uses' : 'use'} it`;
}
