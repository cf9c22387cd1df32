import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The ports of the last start on a data directory, so that addresses written down elsewhere stay good. */
export interface RememberedPorts {
  readonly temporal?: number;
  readonly temporalUi?: number;
  readonly postgres?: number;
  readonly emulator?: number;
}

export async function readPorts(dataDirectory: string): Promise<RememberedPorts> {
  try {
    return JSON.parse(await readFile(portsFile(dataDirectory), 'utf8')) as RememberedPorts;
  } catch {
    return {}; // the first start
  }
}

export async function writePorts(dataDirectory: string, ports: RememberedPorts): Promise<void> {
  await mkdir(dataDirectory, { recursive: true });
  const draft = `${portsFile(dataDirectory)}.draft`;
  await writeFile(draft, JSON.stringify(ports));
  await rename(draft, portsFile(dataDirectory));
}

function portsFile(dataDirectory: string): string {
  return join(dataDirectory, 'ports.json');
}
