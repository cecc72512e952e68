import { storesWaits, version } from '../../../../playground/lib/installedN8n.mts';

const WHY_NOT = `(not in n8n ${version}, where every wait stays in process)`;

/** A test of what a stored wait alone can do; where there are none it is skipped, and its name says so. */
const testWhereStored = storesWaits ? test : skipped(test);

/** The same for a group of tests. */
const describeWhereStored = storesWaits ? describe : skipped(describe);

function skipped(declare) {
	return (name, ...rest) => declare.skip(`${name} ${WHY_NOT}`, ...rest);
}

export { testWhereStored, describeWhereStored };
