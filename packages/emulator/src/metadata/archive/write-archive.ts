import { libraries } from '../../libraries.ts';
import type { StoredComponent } from '../component-store.ts';
import { metadataType } from '../types/index.ts';
import { element, parseXmlDocument, type XmlElement } from '../xml/xml-element.ts';
import { METADATA_NAMESPACE, printDocument, printManifest } from './manifest.ts';
import { named } from './split-object.ts';

export interface WriteArchiveOptions {
  readonly components: readonly StoredComponent[];
  /** Full names by type, as they were asked for and found. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** e.g. `66.0` */
  readonly version: string;
  /** `unpackaged/`, or empty for a single package. */
  readonly root: string;
}

/** An archive in metadata format; the parts of an object lie in its file, sorted as Salesforce sorts them. */
export function writeArchive({ components, members, version, root }: WriteArchiveOptions): Uint8Array {
  const { strToU8, zipSync } = libraries.fflate;
  const files: Record<string, Uint8Array> = {};
  for (const [path, xml] of filesOf(components)) files[`${root}${path}`] = strToU8(xml);
  files[`${root}package.xml`] = strToU8(printManifest({ members, version }));
  return zipSync(files);
}

/** Path in an archive, e.g. `objects/Account.object` for everything that belongs to it. */
export function pathOf({ type, fullName }: Pick<StoredComponent, 'type' | 'fullName'>): string {
  const { object } = named(type, fullName);
  if (object !== '') return `objects/${object}.object`;
  const { directory = '', suffix = '' } = metadataType(type) ?? {};
  return `${directory}/${fullName}.${suffix}`;
}

function filesOf(components: readonly StoredComponent[]): Map<string, string> {
  const files = new Map<string, string>();
  const objects = new Map<string, StoredComponent[]>();
  for (const component of components) {
    const { object } = named(component.type, component.fullName);
    if (object === '') files.set(pathOf(component), component.xml);
    else objects.set(object, [...(objects.get(object) ?? []), component]);
  }
  for (const [object, parts] of objects) {
    const root = { ...joinObject(parts), attributes: { xmlns: METADATA_NAMESPACE } };
    files.set(`objects/${object}.object`, printDocument(root));
  }
  return files;
}

/** The element of an object with its parts, sorted by their elements' names, as Salesforce prints it. */
export function joinObject(components: readonly StoredComponent[]): XmlElement {
  const children: XmlElement[] = [];
  for (const { type, fullName, xml } of components) {
    const root = parseXmlDocument(xml);
    if (type === 'CustomObject') children.push(...root.children);
    else children.push(toPart(type, named(type, fullName).name, root));
  }
  return element(
    'CustomObject',
    children.toSorted((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1)),
  );
}

function toPart(type: string, name: string, root: XmlElement): XmlElement {
  const rest = root.children.filter((child) => child.name !== 'fullName');
  return element(metadataType(type)?.elementOfObject ?? '', [element('fullName', name), ...rest]);
}
