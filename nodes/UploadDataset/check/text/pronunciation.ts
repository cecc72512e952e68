import type { LineRules } from './lineRules';

/** Source: Microsoft Learn, "Enable custom pronunciation" of 2018, the last page to name them. */
const FORBIDDEN_MARKS = /[~^]/;

/** Pronunciation: a display form, one tab, a spoken form. */
export function pronunciationRules(): LineRules {
	return {
		line(text, number, { findings }) {
			const line = { line: number };
			const parts = text.split('\t');
			if (parts.length !== 2) {
				findings.add(
					parts.length === 1
						? 'The line has no tab.'
						: `The line has ${parts.length - 1} tabs instead of one.`,
					'Write the displayed form, one tab, then the spoken form.',
					line,
				);
				return;
			}
			const [display, spoken] = parts;
			if (display.trim() === '' || spoken.trim() === '') {
				findings.add(
					`The line has no ${display.trim() === '' ? 'displayed form before' : 'spoken form after'} the tab.`,
					'Write the displayed form, one tab, then the spoken form.',
					line,
				);
			}
			const mark = FORBIDDEN_MARKS.exec(display)?.[0];
			if (mark) {
				findings.add(
					`The displayed form holds the mark '${mark}', which is not allowed.`,
					'Take the mark out.',
					line,
				);
			}
		},
	};
}
