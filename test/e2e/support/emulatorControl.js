const control = require('../../../playground/lib/emulatorControl');
const { sharedPlayground } = require('./sharedPlayground');

/**
 * Steers the emulator that the tests share, past its API.
 */
const emulatorControl = () => control.emulatorControl(sharedPlayground().emulator);

module.exports = { emulatorControl };
