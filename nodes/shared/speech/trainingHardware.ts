/**
 * Regions with dedicated hardware for custom speech training, and those the same table lists without it.
 * Source: Microsoft Learn, "Supported regions for Azure Speech", table "Speech to text", page of 2025-11-09. By its
 * footnote a custom model must be trained in a region with it, whatever the data, and can be copied from there; "Training
 * and testing datasets" of 2024-09 says only that training with audio is slower without it.
 */
const WITH_DEDICATED_HARDWARE = new Set([
	'australiaeast',
	'canadacentral',
	'centralindia',
	'eastasia',
	'eastus',
	'eastus2',
	'francecentral',
	'japaneast',
	'koreacentral',
	'northeurope',
	'southcentralus',
	'southeastasia',
	'switzerlandnorth',
	'uksouth',
	'westeurope',
	'westus',
	'westus2',
	'westus3',
]);
const WITHOUT_DEDICATED_HARDWARE = new Set([
	'brazilsouth',
	'canadaeast',
	'centralus',
	'germanywestcentral',
	'italynorth',
	'japanwest',
	'northcentralus',
	'norwayeast',
	'qatarcentral',
	'southafricanorth',
	'swedencentral',
	'switzerlandwest',
	'uaenorth',
	'ukwest',
	'westcentralus',
]);

/** Whether a region trains on dedicated hardware; null for a region the documentation does not list. */
export function hasTrainingHardware(region: string): boolean | null {
	if (WITH_DEDICATED_HARDWARE.has(region)) return true;
	return WITHOUT_DEDICATED_HARDWARE.has(region) ? false : null;
}

/** The public regions of Azure Speech, sorted by name. */
export const SPEECH_REGIONS = [...WITH_DEDICATED_HARDWARE, ...WITHOUT_DEDICATED_HARDWARE].sort();
