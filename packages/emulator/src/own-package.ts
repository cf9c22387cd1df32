import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { MetadataSource } from './metadata/metadata-source.ts';

const projectSchema = z.looseObject({ namespace: z.string() });

/** This repository's managed package, with the namespace of its sfdx-project.json. */
export function ownPackage(): MetadataSource {
  const forceApp = import.meta.resolve('@uman/force-app/package.json');
  const project = readFileSync(new URL('../sfdx-project.json', forceApp), 'utf8');
  const { namespace } = projectSchema.parse(JSON.parse(project));
  return { directory: fileURLToPath(new URL('main', forceApp)), ...(namespace !== '' && { namespace }) };
}
