import { join } from 'node:path';
import type { Emulator } from '@uman/emulator';
import { freePort } from './free-port.ts';
import type { StackStart, StartedPart } from './stack-start.ts';

/** An emulated org in this process; it ends with it. */
export async function provideEmulator(start: StackStart): Promise<StartedPart<Emulator>> {
  const { dataDirectory, ports, options } = start;
  const { createEmulator } = await import('@uman/emulator');
  if (dataDirectory !== undefined) await start.guardian; // it holds the directory for us
  const emulator = await createEmulator({
    ...(dataDirectory === undefined ? {} : { data: join(dataDirectory, 'org.sqlite') }),
    ...(ports.emulator === undefined ? {} : { port: await freePort(ports.emulator) }),
    ...options.emulator,
  });
  start.ready('Emulated org', emulator.url);
  return { part: emulator, ports: { emulator: Number(new URL(emulator.url).port) } };
}
