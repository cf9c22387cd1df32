import type { Org } from '../../org/org.ts';
import { METADATA_NAMESPACE, printDocument } from '../archive/manifest.ts';
import { writeArchive } from '../archive/write-archive.ts';
import { componentStore, type StoredComponent } from '../component-store.ts';
import { fileProperties, type FileProperties } from '../file-properties.ts';
import type { Scope } from '../metadata-type.ts';
import { orgComponents } from '../org-components.ts';
import { splitPartName } from '../part-name.ts';
import { metadataType } from '../types/index.ts';

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
  const root = singlePackage ? '' : 'unpackaged/';
  const found = new Map<string, StoredComponent>();
  const messages: { fileName: string; problem: string }[] = [];
  const named = new Map<string, string[]>();
  for (const [type, names] of members) {
    for (const name of names) {
      const components = name === '*' ? ownComponents(org, type) : withParts(org, type, name);
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
  const isInScope = scopeOf(members, found);
  const components = [...found.values()].map((component) => asItIsNow(org, component, isInScope));
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

/** What else is asked for or found, in the words of a manifest. Types that the emulator lacks can be named all the same. */
function scopeOf(members: RetrieveRequest['members'], found: ReadonlyMap<string, unknown>): Scope {
  return (type, fullName) => {
    const names = members.get(type) ?? [];
    return (
      found.has(`${type}#${fullName}`) ||
      names.includes(fullName) ||
      (names.includes('*') && metadataType(type) === undefined)
    );
  };
}

function asItIsNow(org: Org, component: StoredComponent, isInScope: Scope): StoredComponent {
  const { type, fullName } = component;
  const printed = metadataType(type)?.print?.(org, fullName, isInScope);
  if (!printed) return component;
  return { ...component, xml: printDocument({ ...printed, attributes: { xmlns: METADATA_NAMESPACE } }) };
}

/**
 * `*` stands for what is the org's own, objects with all that belongs to them, and for no standard object.
 * Source: Metadata API guide, CustomObject, Profile, "Usage".
 */
function ownComponents(org: Org, type: string): StoredComponent[] {
  const store = componentStore(org);
  const components = orgComponents(org)
    .list(type)
    .filter(({ namespace }) => namespace === null);
  if (type !== 'CustomObject') return components;
  return components
    .filter(({ fullName }) => org.schema.object(fullName)?.custom)
    .flatMap((object) => [object, ...store.partsOf(object.fullName)]);
}

/** A standard object or field is there without having been deployed; only what was added to it is known here. */
function withParts(org: Org, type: string, name: string): StoredComponent[] | undefined {
  if (type === 'CustomField' && isStandardField(org, name)) return [];
  const component = orgComponents(org).find(type, name);
  if (!component || type !== 'CustomObject') return component && [component];
  return [component, ...componentStore(org).partsOf(component.fullName)];
}

/** Lookups are named without their `Id`. Source: Metadata API guide, Profile, "Usage". */
function isStandardField(org: Org, fullName: string): boolean {
  const { object, name } = splitPartName(fullName);
  const field = org.schema.field(object, name) ?? org.schema.field(object, `${name}Id`);
  return field !== undefined && !field.custom;
}

function fullNames(type: string, components: readonly StoredComponent[]): string[] {
  return components.filter((component) => component.type === type).map(({ fullName }) => fullName);
}
