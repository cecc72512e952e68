import * as control from '../../../playground/emulator/emulatorControl.mts';
import { sharedPlayground } from './sharedPlayground.mts';

/** Steers the emulator that the tests share, past its API. */
export const emulatorControl = (): control.EmulatorControl =>
	control.emulatorControl(sharedPlayground().emulator);
