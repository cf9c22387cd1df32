import type { Org } from '../../org/org.ts';
import { writeArchive } from '../archive/write-archive.ts';
import { componentStore, type ComponentStore, type StoredComponent } from '../component-store.ts';
import { fileProperties, type FileProperties } from '../file-properties.ts';

export interface RetrieveRequest {
  /** Full names by type; `*` for all of the org's own. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** e.g. `66.0` */
  readonly version: string;
  readonly singlePackage: boolean;
}

/** Members in the order of the WSDL. Source: Metadata API guide, RetrieveResult, RetrieveStatus. */
export interface RetrieveResult {
  readonly done: boolean;
  /** Why it failed. */
  readonly errorMessage?: string;
  readonly fileProperties: readonly FileProperties[];
  readonly id: string;
  readonly messages: readonly { readonly fileName: string; readonly problem: string }[];
  readonly status: 'Pending' | 'InProgress' | 'Succeeded' | 'Failed';
  readonly success: boolean;
  /** Base64; once it is over. */
  readonly zipFile?: string;
}

/** Puts what was deployed into an archive again. @param id of the retrieval */
export function retrieveArchive(
  org: Org,
  id: string,
  { members, version, singlePackage }: RetrieveRequest,
): RetrieveResult {
  const store = componentStore(org);
  const root = singlePackage ? '' : 'unpackaged/';
  const found = new Map<string, StoredComponent>();
  const messages: { fileName: string; problem: string }[] = [];
  const named = new Map<string, string[]>();
  for (const [type, names] of members) {
    for (const name of names) {
      const components = name === '*' ? ownComponents(store, type) : withParts(org, store, type, name);
      if (!components) {
        messages.push({
          fileName: `${root}package.xml`,
          problem: `Entity of type '${type}' named '${name}' cannot be found`,
        });
        continue;
      }
      for (const component of components) found.set(`${component.type}#${component.fullName}`, component);
      named.set(type, [...(named.get(type) ?? []), ...(name === '*' ? fullNames(type, components) : [name])]);
    }
  }
  const components = [...found.values()];
  return {
    done: true,
    fileProperties: components.map((component) => fileProperties(org, component, root)),
    id,
    messages,
    status: 'Succeeded',
    success: true,
    zipFile: Buffer.from(writeArchive({ components, members: named, version, root })).toString('base64'),
  };
}

/** `*` stands for what is the org's own, objects with all that belongs to them. */
function ownComponents(store: ComponentStore, type: string): StoredComponent[] {
  return store
    .list(type)
    .filter(({ namespace }) => namespace === null)
    .flatMap((component) => [component, ...(type === 'CustomObject' ? store.partsOf(component.fullName) : [])]);
}

/** A standard object is there without having been deployed; only what was added to it is known here. */
function withParts(org: Org, store: ComponentStore, type: string, name: string): StoredComponent[] | undefined {
  const component = store.find(type, name);
  if (type !== 'CustomObject') return component && [component];
  const parts = store.partsOf(name);
  if (component) return [component, ...parts];
  return org.schema.object(name) ? parts : undefined;
}

function fullNames(type: string, components: readonly StoredComponent[]): string[] {
  return components.filter((component) => component.type === type).map(({ fullName }) => fullName);
}
