import type { Org } from '../org/org.ts';
import { pathOf } from './archive/write-archive.ts';
import type { StoredComponent } from './component-store.ts';

/** Members in the order of the WSDL. Source: Metadata API guide, FileProperties. */
export interface FileProperties {
  readonly createdById: string;
  readonly createdByName: string;
  readonly createdDate: string;
  readonly fileName: string;
  readonly fullName: string;
  readonly id: string;
  readonly lastModifiedById: string;
  readonly lastModifiedByName: string;
  readonly lastModifiedDate: string;
  readonly manageableState?: 'installed' | 'unmanaged';
  readonly namespacePrefix?: string;
  readonly type: string;
}

/** @param root before the path in the archive, e.g. `unpackaged/` */
export function fileProperties(org: Org, component: StoredComponent, root = ''): FileProperties {
  const user = org.users.findById(component.userId);
  const person = { id: user?.id ?? '', name: user?.name ?? '' };
  return {
    createdById: person.id,
    createdByName: person.name,
    createdDate: component.createdAt,
    fileName: `${root}${pathOf(component)}`,
    fullName: component.fullName,
    id: component.id,
    lastModifiedById: person.id,
    lastModifiedByName: person.name,
    lastModifiedDate: component.modifiedAt,
    manageableState: component.namespace === null ? 'unmanaged' : 'installed',
    ...(component.namespace !== null && { namespacePrefix: component.namespace }),
    type: component.type,
  };
}
