import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { libraries } from '../../libraries.ts';
import type { MetadataComponent } from '../metadata-component.ts';
import { metadataTypes } from '../types/index.ts';
import { parseXmlDocument, XmlSyntaxError } from '../xml/xml-element.ts';
import { parseManifest, type Manifest } from './manifest.ts';
import { splitObject } from './split-object.ts';

/** Something in the archive that is no component of the deployment. */
export interface ArchiveProblem {
  /** Path in the archive. */
  readonly file: string;
  readonly type: string;
  readonly fullName: string;
  readonly problem: string;
  /** A warning fails nothing. @default 'Error' */
  readonly problemType?: 'Error' | 'Warning';
}

export interface Deletion {
  readonly type: string;
  readonly fullName: string;
  /** The `destructiveChanges….xml` that names it. */
  readonly file: string;
  /** Before what is deployed, or after it. */
  readonly when: 'before' | 'after';
}

export interface Archive {
  readonly manifest: Manifest;
  readonly components: readonly MetadataComponent[];
  readonly deletions: readonly Deletion[];
  readonly problems: readonly ArchiveProblem[];
}

/** Source: Metadata API guide, Metadata Limits: files of a deployment, and their bytes when unzipped. */
const MAX_FILES = 10_000;
const MAX_BYTES = 400 * 1024 * 1024;

const DESTRUCTIVE: Readonly<Record<string, Deletion['when']>> = {
  'destructiveChangesPre.xml': 'before',
  'destructiveChanges.xml': 'before',
  'destructiveChangesPost.xml': 'after',
};

/** @throws NotEmulatedError for what is no zip archive, or too large */
export function checkArchive(bytes: Uint8Array): void {
  unzip(bytes);
}

/**
 * The components of an archive in metadata format, `package.xml` deciding which of them count.
 * Source: Metadata API guide, Working with the Zip File; Deleting Components. The texts are quoted in public issue
 * threads of forcedotcom/cli (`named in package.xml, but was not found`, `No package.xml found`, `Not in package.xml`).
 *
 * @throws NotEmulatedError for what is no zip archive, or too large
 */
export function readArchive(bytes: Uint8Array): Archive {
  const files = unzip(bytes);
  const root = rootOf(files);
  const text = (name: string): string | undefined => {
    const file = files.get(`${root}${name}`);
    return file && new TextDecoder().decode(file);
  };
  const problems: ArchiveProblem[] = [];
  const packageXml = text('package.xml');
  if (packageXml === undefined) {
    problems.push({ file: 'package.xml', type: '', fullName: 'package.xml', problem: 'No package.xml found' });
    return { manifest: { members: new Map(), version: undefined }, components: [], deletions: [], problems };
  }
  const manifest = readManifest(packageXml, `${root}package.xml`, problems);
  const all = [...files.keys()]
    .filter((path) => path.startsWith(root) && path.includes('/', root.length))
    .flatMap((path) => readFile(path, new TextDecoder().decode(files.get(path)), root, problems));
  const components = all.filter((component) => isNamed(manifest, component));
  problems.push(...notNamed(manifest, all), ...notFound(manifest, all, root));
  const deletions = Object.entries(DESTRUCTIVE).flatMap(([name, when]) => {
    const xml = text(name);
    if (xml === undefined) return [];
    const { members } = readManifest(xml, `${root}${name}`, problems);
    return [...members].flatMap(([type, names]) =>
      names.map((fullName): Deletion => ({ type, fullName, file: `${root}${name}`, when })),
    );
  });
  return { manifest, components, deletions, problems };
}

function unzip(bytes: Uint8Array): Map<string, Uint8Array> {
  let count = 0;
  let total = 0;
  try {
    const files = libraries.fflate.unzipSync(bytes, {
      filter(file) {
        count += 1;
        total += file.originalSize;
        if (count > MAX_FILES || total > MAX_BYTES) throw new NotEmulatedError('an archive above the limits');
        return !file.name.endsWith('/');
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    if (error instanceof NotEmulatedError) throw error;
    throw new NotEmulatedError('a ZipFile that is no zip archive');
  }
}

/** The files lie at the top (`singlePackage`) or in one folder. */
function rootOf(files: ReadonlyMap<string, unknown>): string {
  if (files.has('package.xml')) return '';
  const inFolder = [...files.keys()].find((path) => /^[^/]+\/package\.xml$/.test(path));
  return inFolder === undefined ? '' : inFolder.slice(0, -'package.xml'.length);
}

function readManifest(xml: string, file: string, problems: ArchiveProblem[]): Manifest {
  try {
    return parseManifest(xml);
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    problems.push({ file, type: '', fullName: 'package.xml', problem: `Error parsing file: ${error.message}` });
    return { members: new Map(), version: undefined };
  }
}

function readFile(path: string, text: string, root: string, problems: ArchiveProblem[]): MetadataComponent[] {
  const [directory = '', ...rest] = path.slice(root.length).split('/');
  const [, name, suffix] = /^(.+?)\.([A-Za-z]+)(?:-meta\.xml)?$/.exec(rest.join('/')) ?? [];
  const type = metadataTypes.find(
    (candidate) =>
      candidate.elementOfObject === undefined && candidate.directory === directory && candidate.suffix === suffix,
  );
  if (!type || name === undefined) {
    problems.push({
      file: path,
      type: '',
      fullName: name ?? path,
      problem: `NOT_EMULATED metadata in the folder ${directory}${suffix === undefined ? '' : ` with the suffix ${suffix}`}`,
    });
    return [];
  }
  try {
    const parsed = parseXmlDocument(text);
    if (type.name === 'CustomObject') return splitObject(type.name, name, path, parsed);
    return [{ type: type.name, fullName: name, name, object: '', file: path, xml: text }];
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    problems.push({ file: path, type: type.name, fullName: name, problem: `Error parsing file: ${error.message}` });
    return [];
  }
}

function isNamed({ members }: Manifest, { type, fullName, object }: MetadataComponent): boolean {
  const named = members.get(type)?.some((member) => member === '*' || member === fullName) ?? false;
  if (named || type === 'CustomObject' || object === '') return named;
  return members.get('CustomObject')?.some((member) => member === '*' || member === object) ?? false;
}

/** Whole files that no line of the manifest asks for; of an object it is enough that one of its parts is named. */
function notNamed(manifest: Manifest, all: readonly MetadataComponent[]): ArchiveProblem[] {
  const files = new Set(all.map(({ file }) => file));
  return [...files].flatMap((file) => {
    const inFile = all.filter((component) => component.file === file);
    const [first] = inFile;
    if (!first || inFile.some((component) => isNamed(manifest, component))) return [];
    return [{ file, type: first.type, fullName: first.fullName, problem: 'Not in package.xml' }];
  });
}

function notFound({ members }: Manifest, all: readonly MetadataComponent[], root: string): ArchiveProblem[] {
  const there = new Set(all.map(({ type, fullName }) => `${type}#${fullName}`));
  return [...members].flatMap(([type, names]) =>
    names
      .filter((fullName) => fullName !== '*' && !there.has(`${type}#${fullName}`))
      .map((fullName) => ({
        file: `${root}package.xml`,
        type: '',
        fullName,
        problem: `An object '${fullName}' of type ${type} was named in package.xml, but was not found in zipped directory`,
      })),
  );
}
