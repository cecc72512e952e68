import { storesWaits, version } from '../../../../playground/n8n/installedN8n.mts';

const WHY_NOT = `(not in n8n ${version}, where every wait stays in process)`;

type Declare<Body> = (name: string, body: Body, timeout?: number) => void;

/** A test of what a stored wait alone can do; where there are none it is skipped, and its name says so. */
export const testWhereStored: Declare<jest.ProvidesCallback> = storesWaits ? test : skipped(test);

/** The same for a group of tests. */
export const describeWhereStored: Declare<jest.EmptyFunction> = storesWaits
	? describe
	: skipped(describe);

function skipped<Body>({ skip }: { skip: Declare<Body> }): Declare<Body> {
	return (name, body, timeout) => {
		skip(`${name} ${WHY_NOT}`, body, timeout);
	};
}
