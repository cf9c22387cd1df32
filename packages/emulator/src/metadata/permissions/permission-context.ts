import type { Org } from '../../org/org.ts';
import type { MetadataComponent } from '../metadata-component.ts';
import { MetadataError } from '../metadata-error.ts';
import type { Naming } from '../namespace.ts';

/** Whose permissions are read, and how they name things. */
export interface PermissionContext {
  readonly org: Org;
  readonly component: MetadataComponent;
  readonly naming: Naming;
}

/** What the permissions of a component name and the org does not have. Standard objects and fields that are missing here can be there in Salesforce. */
export function unknownName(component: MetadataComponent, element: string, type: string, name: string): MetadataError {
  const problem = name.endsWith('__c')
    ? `In field: ${element} - no ${type} named ${name} found`
    : `the ${element} ${name} is not emulated`;
  return new MetadataError({ file: component.file, problem });
}
