import type { Begun, Continued } from '../../shared/waiting/waitingNode';
import type { DeploymentMemo } from '../change/deploymentMemo';

/** Sends what was prepared for an item; all that could refuse the item has been looked at by then. */
export type Prepared = () => Promise<Begun<DeploymentMemo> | Continued<DeploymentMemo>>;
