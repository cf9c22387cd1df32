import type { Emulator, EmulatorOptions } from '@uman/emulator';
import { onTestFinished } from 'vitest';

/** An emulated org of the test's own, closed when the test has finished. */
export async function anEmulatedOrg(options: EmulatorOptions = {}): Promise<Emulator> {
  const { createEmulator } = await import('@uman/emulator');
  const emulator = await createEmulator(options);
  onTestFinished(() => emulator.close());
  return emulator;
}
