import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { MetadataComponent } from './metadata-component.ts';
import { MetadataError } from './metadata-error.ts';
import type { MetadataType } from './metadata-type.ts';
import { metadataTypeOfSuffix } from './types/index.ts';

const IGNORED = [/^\./, /\.md$/i];

/**
 * The components below a directory in source format; folders may group them to any depth.
 *
 * @throws MetadataError for a file of a type that this emulator does not know
 */
export function readSource(directory: string): MetadataComponent[] {
  return [...walk(directory)].map((path) => readComponent(directory, path));
}

function readComponent(directory: string, path: string): MetadataComponent {
  const file = relative(directory, path);
  const [, name, suffix] = /^(.+)\.([A-Za-z]+)-meta\.xml$/.exec(basename(path)) ?? [];
  if (name === undefined || suffix === undefined) {
    throw new MetadataError({ file, problem: 'it is no -meta.xml file, and only those are understood' });
  }
  const type = metadataTypeOfSuffix(suffix);
  if (!type) throw new MetadataError({ file, problem: `metadata of the kind ${suffix} is not emulated` });
  const object = objectOf(type, name, path);
  const fullName = type.elementOfObject === undefined ? name : `${object}.${name}`;
  return { type: type.name, fullName, name, object, file, xml: readFileSync(path, 'utf8') };
}

/** `objects/X/X.object-meta.xml` and `objects/X/fields/Y.field-meta.xml` both belong to X. */
function objectOf(type: MetadataType, name: string, path: string): string {
  if (type.name === 'CustomObject') return name;
  return type.elementOfObject === undefined ? '' : basename(dirname(dirname(path)));
}

function* walk(directory: string): Generator<string> {
  for (const entry of entriesOf(directory)) {
    if (IGNORED.some((pattern) => pattern.test(entry.name))) continue;
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

function entriesOf(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (cause) {
    throw new MetadataError({ file: directory, problem: 'the directory cannot be read', cause });
  }
}
