import { join } from 'node:path';
import type { Emulator, EmulatorOptions } from '@uman/emulator';
import { freePort } from './free-port.ts';

/** Starts the emulated org in this process; it ends with it. */
export async function startEmulator(
  options: EmulatorOptions,
  dataDirectory: string | undefined,
  preferredPort: number | undefined,
): Promise<Emulator> {
  const { createEmulator } = await import('@uman/emulator');
  const kept = dataDirectory === undefined ? {} : { data: join(dataDirectory, 'org.sqlite') };
  const port = preferredPort === undefined ? {} : { port: await freePort(preferredPort) };
  return createEmulator({ ...kept, ...port, ...options });
}
