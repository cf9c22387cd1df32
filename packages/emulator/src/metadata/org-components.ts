import type { Org } from '../org/org.ts';
import { componentStore, type ComponentStore, type StoredComponent } from './component-store.ts';
import { metadataType } from './types/index.ts';

/** A component that nobody deployed. */
export type StandingComponent = Pick<StoredComponent, 'fullName' | 'id'> &
  Partial<Pick<StoredComponent, 'userId' | 'createdAt' | 'modifiedAt'>>;

/** Everything that the Metadata API shows: what was deployed, and what the org has without that. */
export function orgComponents(org: Org): Pick<ComponentStore, 'find' | 'list'> {
  const store = componentStore(org);
  const standing = (type: string): StoredComponent[] =>
    (metadataType(type)?.standing?.(org) ?? []).map((component) => toStored(type, component));
  const isNamed =
    (fullName: string) =>
    (component: StoredComponent): boolean =>
      component.fullName.toLowerCase() === fullName.toLowerCase();
  return {
    find: (type, fullName) => store.find(type, fullName) ?? standing(type).find(isNamed(fullName)),
    list(type) {
      const stored = store.list(type);
      return [...stored, ...standing(type).filter(({ fullName }) => !stored.some(isNamed(fullName)))];
    },
  };
}

function toStored(type: string, component: StandingComponent): StoredComponent {
  const epoch = new Date(0).toISOString();
  return { userId: '', createdAt: epoch, modifiedAt: epoch, ...component, type, xml: `<${type}/>`, namespace: null };
}
