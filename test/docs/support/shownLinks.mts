import links from '../../../docs/links.json' with { type: 'json' };
import { manifest } from '../../structure/repository.mts';

/** Where the repository is once it is public. */
export const repository = manifest.homepage.split('#')[0];

/** The one switch: whether links in the editor may lead to the repository. */
export const { repositoryIsPublic } = links;

/** What opens in the editor from a node or a credential. */
export interface ShownLink {
	/** The file the link stands in. */
	file: string;
	/** The page in this repository that it leads to once that is public. */
	page: string;
	/** Where it leads as long as nobody else can open the repository. */
	untilThen: string;
}

const CREDENTIALS = 'README.md#credentials';

/** `nodes/TrainModel/TrainModel.node.json` is explained by `docs/nodes/train-model.md`. */
function pageOf(file: string): string {
	if (file.startsWith('credentials/')) return CREDENTIALS;
	const [, name] = file.split('/');
	return `docs/nodes/${name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}.md`;
}

export const shownLinks: ShownLink[] = Object.entries(links.untilThen).map(([file, untilThen]) => ({
	file,
	page: pageOf(file),
	untilThen,
}));

/** A page as GitHub shows it. */
export const publicUrl = (page: string): string => `${repository}/blob/main/${page}`;

/** The link to credentials that a node gives, by whether the repository is public. */
export const credentialLink = (isPublic: boolean): string => {
	const [key] = shownLinks.filter(({ file }) => file.includes('AzureCustomSpeechApi'));
	return linkOf(key, isPublic);
};

/** The target of a link, by whether the repository is public. */
export const linkOf = ({ page, untilThen }: ShownLink, isPublic: boolean): string =>
	isPublic ? publicUrl(page) : untilThen;

const url = (found: RegExp, target: string) => (text: string) =>
	text.replace(found, (_whole, before: string, after: string) => `${before}${target}${after}`);

/**
 * The text of a file with its links set.
 *
 * @param text of a node's codex or of a credential's source
 */
export function withLinks(text: string, link: ShownLink, isPublic: boolean): string {
	const own = linkOf(link, isPublic);
	if (link.file.startsWith('credentials/'))
		return url(/(documentationUrl\s*=\s*')[^']*(';)/, own)(text);
	const primary = url(/("primaryDocumentation":\s*\[\s*\{\s*"url":\s*")[^"]*(")/, own);
	const credential = url(
		/("credentialDocumentation":\s*\[\s*\{\s*"url":\s*")[^"]*(")/,
		credentialLink(isPublic),
	);
	return primary(credential(text));
}
