import type { Org } from '../org/org.ts';
import type { ComponentStore } from './component-store.ts';
import { MetadataError } from './metadata-error.ts';
import { orgComponents } from './org-components.ts';
import { metadataType } from './types/index.ts';

export interface RemovedComponent {
  readonly type: string;
  readonly fullName: string;
  /** For messages. */
  readonly file: string;
}

/**
 * Takes a component out of the org, an object with all its parts.
 *
 * @returns false when the org has none of this name
 * @throws MetadataError when it cannot be deleted
 */
export function removeComponent(org: Org, store: ComponentStore, component: RemovedComponent): boolean {
  const { type: typeName, fullName, file } = component;
  const type = metadataType(typeName);
  const stored = type && orgComponents(org).find(typeName, fullName);
  if (!type || !stored) return false;
  if (!type.remove) throw new MetadataError({ file, problem: `NOT_EMULATED deleting a ${typeName}` });
  type.remove(org, stored.fullName);
  store.remove(typeName, stored.fullName);
  if (typeName === 'CustomObject') {
    for (const part of store.partsOf(stored.fullName)) store.remove(part.type, part.fullName);
  }
  return true;
}
