import { readdirSync, type Dirent } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { acceptedKinds } from './accepted-kinds.ts';
import { MetadataError } from './metadata-error.ts';

/** The kinds of metadata that change what the org does. */
export const installedKinds = [
  'object',
  'field',
  'recordType',
  'businessProcess',
  'standardValueSet',
  'permissionset',
] as const;

export type InstalledKind = (typeof installedKinds)[number];

export interface SourceFile {
  readonly path: string;
  /** For messages: relative to the source's directory. */
  readonly file: string;
  readonly kind: InstalledKind;
  /** e.g. `Key__c` of `Key__c.field-meta.xml` */
  readonly name: string;
  /** The object whose folder it lies in, for fields and record types. */
  readonly object: string;
}

export interface Source {
  readonly files: readonly SourceFile[];
  /** Files of kinds that have no effect on data. */
  readonly accepted: readonly string[];
}

const IGNORED = [/^\./, /\.md$/i];

/**
 * The metadata files below a directory; folders may group them to any depth.
 *
 * @throws MetadataError for a file of a kind that this emulator neither installs nor knows to be without effect on data
 */
export function readSource(directory: string): Source {
  const files: SourceFile[] = [];
  const accepted: string[] = [];
  for (const path of walk(directory)) {
    const file = relative(directory, path);
    const [, name, kind] = /^(.+)\.([A-Za-z]+)-meta\.xml$/.exec(basename(path)) ?? [];
    if (name === undefined || kind === undefined) {
      throw new MetadataError({ file, problem: 'it is no -meta.xml file, and only those are understood' });
    }
    if (acceptedKinds.has(kind)) accepted.push(file);
    else if (isInstalled(kind)) files.push({ path, file, kind, name, object: objectFolder(path, kind) });
    else throw new MetadataError({ file, problem: `metadata of the kind ${kind} is not emulated` });
  }
  return { files, accepted };
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

function isInstalled(kind: string): kind is InstalledKind {
  return (installedKinds as readonly string[]).includes(kind);
}

/** `objects/X/X.object-meta.xml` and `objects/X/fields/Y.field-meta.xml` both belong to X. */
function objectFolder(path: string, kind: InstalledKind): string {
  return basename(kind === 'object' ? dirname(path) : dirname(dirname(path)));
}
