import * as control from '../../../playground/lib/emulatorControl.mts';
import { sharedPlayground } from './sharedPlayground.mts';

/**
 * Steers the emulator that the tests share, past its API.
 */
const emulatorControl = () => control.emulatorControl(sharedPlayground().emulator);

export { emulatorControl };
