import {
	emulatorControl,
	type EmulatorAddress,
	type Held,
	type SeenRequest,
} from '../../../../playground/emulator/emulatorControl.mts';

type Model = Held<'models'>;

/** What a test of waiting does to the service behind the back of n8n. */
export interface WaitingControl {
	models: () => Promise<Model[]>;
	modelNamed: (name: string) => Promise<Model>;
	/** Ends the training of a model. */
	finish: (name: string, status?: string, error?: object) => Promise<void>;
	deleteModel: (name: string) => Promise<void>;
	fault: (fault: { kind: string } & Record<string, unknown>) => Promise<void>;
	clearFaults: () => Promise<void>;
	access: (change: { rotateKey: string }) => Promise<void>;
	requests: () => Promise<SeenRequest[]>;
	clearRequests: () => Promise<void>;
}

export function controlOf(emulator: EmulatorAddress): WaitingControl {
	const control = emulatorControl(emulator);
	const models = async () => await control.list('models');

	async function modelNamed(name: string): Promise<Model> {
		const model = (await models()).find(({ displayName }) => displayName === name);
		if (!model) throw new Error(`The emulator has no model '${name}'`);
		return model;
	}

	return {
		models,
		modelNamed,

		async finish(name, status = 'Succeeded', error) {
			const { id } = await modelNamed(name);
			await control.finish('models', id, { status, error });
		},
		async deleteModel(name) {
			const { id } = await modelNamed(name);
			await control.removeEntity('models', id);
		},
		fault: async (fault) => {
			await control.fault(fault);
		},
		clearFaults: async () => {
			await control.clearFaults();
		},
		async access(change) {
			await control.post('/access', change);
		},
		requests: async () => await control.requests(),
		clearRequests: async () => {
			await control.forgetRequests();
		},
	};
}
