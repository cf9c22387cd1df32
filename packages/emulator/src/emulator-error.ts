/** A mistake in how the emulator is used or set up, as opposed to the failures that the emulated org answers with. */
export abstract class EmulatorError extends Error {
  abstract readonly code: string;
}
