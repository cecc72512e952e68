import type { DatasetKind } from '../../shared/speech/entities';

/** The pricing tier of a Speech resource, in Azure's words. */
export type PricingTier = 'S0' | 'F0';

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

/**
 * The largest file of each kind, in bytes. The guide gives them in KB, MB and GB, read here as the larger 1,024-based
 * units. Where the guide and the list of quotas differ, this is the guide's.
 * Source: Microsoft Learn, "Training and testing datasets", and "Speech service quotas and limits" for the free tier.
 */
const MOST_BYTES: Record<DatasetKind, number> = {
	Acoustic: 2 * GIB,
	AudioFiles: 2 * GIB,
	Language: 200 * MIB,
	LanguageMarkdown: 200 * MIB,
	OutputFormatting: 10 * MIB,
	Pronunciation: MIB,
};

/** The largest file the service takes, in bytes. */
export function mostBytes(kind: DatasetKind, tier: PricingTier): number {
	return tier === 'F0' && kind === 'Pronunciation' ? KIB : MOST_BYTES[kind];
}

const UNITS: Array<[bytes: number, name: string]> = [
	[GIB, 'GiB'],
	[MIB, 'MiB'],
	[KIB, 'KiB'],
];

/** A size in words: `1 KiB`, `2.5 MiB`, rounded to one place. */
export function inBytes(bytes: number): string {
	const [unit, name] = UNITS.find(([least]) => bytes >= least) ?? [1, 'bytes'];
	return `${Math.round((bytes / unit) * 10) / 10} ${name}`;
}
