/** Names that try to become something else than text. */
export const HOSTILE_NAMES = [
	'<img src=x onerror=alert(1)>',
	'" onmouseover="alert(1)',
	"' style='background:url(https://evil.example)",
	'</title><script>alert(1)</script>',
	'<!-- -->',
	'&lt;b&gt;&#60;i&#62;',
	'[a](javascript:alert(1))',
	'--></style><svg onload=alert(1)>',
];

/** Every tag of a page with its attributes, in order; texts are left out, also that of a label. */
export function tagsOf(page: string): string[] {
	const tags = page.match(/<[!/a-z][^>]*>/gi) ?? [];
	return tags.map((tag) => tag.replace(/aria-label="[^"]*"/, 'aria-label'));
}
