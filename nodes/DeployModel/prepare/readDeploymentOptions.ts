import type { IExecuteFunctions } from 'n8n-workflow';

import { IF_THERE, type IfThere } from '../../shared/api/startOnce';
import { choiceFromInput } from '../../shared/n8n/choices';
import { readSimplify } from '../../shared/n8n/simplifyProperty';
import { switchFromInput } from '../../shared/n8n/switches';
import type { Operation } from '../change/deploymentMemo';

export interface DeploymentOptions {
	operation: Operation;
	simplified: boolean;
	rollBackOnFailure: boolean;
	/** Whether a model is deployed against the verdict of the item's test. */
	evenIfNotBetter: boolean;
	ifAlreadyCreated: IfThere;
	loggingEnabled: boolean;
}

/** What a person chose for one item, apart from what it names. */
export function readDeploymentOptions(
	context: IExecuteFunctions,
	itemIndex: number,
): DeploymentOptions {
	const options = context.getNodeParameter('options', itemIndex, {}) as Record<string, unknown>;
	return {
		operation: context.getNodeParameter('operation', itemIndex, 'update') as Operation,
		simplified: readSimplify(context, itemIndex),
		rollBackOnFailure: switchFromInput(options.rollBackOnFailure, {
			label: 'Roll Back on Failure',
			fallback: true,
		}),
		evenIfNotBetter: options.ifNotBetter === 'deploy',
		ifAlreadyCreated: choiceFromInput(options.ifAlreadyCreated, {
			label: 'If Already Created',
			choices: IF_THERE,
			fallback: 'use',
		}),
		loggingEnabled: switchFromInput(options.loggingEnabled, {
			label: 'Content Logging',
			fallback: false,
		}),
	};
}
