import { percent } from '../../shared/speech/figures';
import { Room } from '../../shared/report/room';
import { cleanText, counted } from '../../shared/speech/text';
import { grouped } from '../verdict/explainVerdict';
import { errorsIn, type Edit } from '../utterances/editsOf';
import type { Hearing } from '../utterances/parseScore';
import { joinPieces, shownEdits, type Piece } from '../utterances/shownEdits';
import type { Utterance } from '../utterances/worstUtterances';
import { inMarkdown, joined, type SafeMarkdown } from './markdown';
import {
	countRows,
	factsOf,
	rateRows,
	roomNote,
	titleOf,
	VERDICT_WORDS,
	WORST_HEADING,
	type Report,
	type ReportedModel,
	type Row,
} from './report';

/** The report as Markdown text of at most 100 kB, for a chat, an issue or a wiki. */
export function markdownReport(report: Report): string {
	const { verdict, remarks, utterances } = report;
	const { shown, left } = new Room().take(utterances, utteranceBlock);
	const blocks = [
		inMarkdown`# ${titleOf(report)}`,
		inMarkdown`${factsOf(report).join(' · ')}`,
		...(verdict ? [inMarkdown`**${VERDICT_WORDS[verdict.verdict]}.** ${verdict.why}`] : []),
		...remarks.map((remark) => inMarkdown`${remark}`),
		table(report),
		...(utterances.length > 0 ? [inMarkdown`## ${WORST_HEADING}`] : []),
		...shown,
		...(left > 0 ? [inMarkdown`${roomNote(left)}`] : []),
		inMarkdown`Test ${report.testName} (${report.evaluationId})`,
	];
	return `${joined(blocks, '\n\n').text}\n`;
}

function table(report: Report): SafeMarkdown {
	const head = inMarkdown`| | ${headOf(report.reference)} | ${headOf(report.candidate)} |\n| --- | ---: | ---: |`;
	return joined(
		[
			head,
			...rateRows(report).map((row) => tableRow(row, percent)),
			...countRows(report).map((row) => tableRow(row, grouped)),
		],
		'\n',
	);
}

function headOf({ name, role }: ReportedModel): string {
	return role === null ? name : `${name} (${role})`;
}

function tableRow({ name, reference, candidate }: Row, form: (value: number) => string) {
	const cell = (value: number | null) => (value === null ? '–' : form(value));
	return inMarkdown`| ${name} | ${cell(reference)} | ${cell(candidate)} |`;
}

function utteranceBlock({ audio, said, reference, candidate }: Utterance): SafeMarkdown {
	const lines = [
		inMarkdown`**${cleanText(audio, 100)}**`,
		...(said === null ? [] : [inMarkdown`- Transcript: ${cleanText(said)}`]),
		...heardLine('Reference model', reference),
		...heardLine('New model', candidate),
	];
	return joined(lines, '\n');
}

function heardLine(name: string, hearing: Hearing | null): SafeMarkdown[] {
	if (hearing === null) return [];
	if (hearing.edits === null) return [inMarkdown`- ${name}: ${cleanText(hearing.heard)}`];
	const errors = counted(errorsIn(hearing.edits), 'error');
	return [inMarkdown`- ${name} (${errors}): ${marked(hearing.edits)}`];
}

function marked(edits: Edit[]): SafeMarkdown {
	return joined(
		joinPieces(shownEdits(edits), markedPiece, (space) => inMarkdown`${space}`),
		'',
	);
}

function markedPiece(piece: Piece): SafeMarkdown {
	switch (piece.kind) {
		case 'gap':
			return inMarkdown`${'…'}`;
		case 'same':
			return inMarkdown`${piece.heard}`;
		case 'deletion':
			return inMarkdown`~~${piece.said ?? '?'}~~`;
		case 'insertion':
			return inMarkdown`**${piece.heard}**`;
		case 'substitution':
			return piece.said === null
				? inMarkdown`**${piece.heard}**`
				: inMarkdown`~~${piece.said}~~ **${piece.heard}**`;
	}
}
