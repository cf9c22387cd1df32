import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MetadataSource } from '@uman/emulator';

/** This repository's own package as a subscriber org has it; none where its metadata is not there. */
export async function ownPackage(root: string): Promise<MetadataSource[]> {
  const directory = join(root, 'force-app', 'main');
  const isThere = await access(directory).then(
    () => true,
    () => false,
  ); // no such folder
  if (!isThere) return [];
  const project = JSON.parse(await readFile(join(root, 'sfdx-project.json'), 'utf8')) as { namespace?: string };
  return [{ directory, ...(project.namespace ? { namespace: project.namespace } : {}) }];
}
