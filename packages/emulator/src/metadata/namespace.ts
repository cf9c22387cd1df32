import type { MetadataComponent } from './metadata-component.ts';

/** Names as the org knows them. */
export interface Naming {
  readonly namespace: string | null;
  object(name: string): string;
  /** @param object as in the source */
  field(object: string, name: string): string;
  /** Of anything else that the source declares, e.g. a permission set. */
  component(name: string): string;
  /** `Contacts__r` of a child relationship that the source names. */
  relationship(name: string): string;
}

/**
 * In a managed package what the source declares becomes `ns__…`; what it only refers to keeps its name.
 * Source: packaging guide, namespaces.
 */
export function createNaming(files: readonly MetadataComponent[], namespace: string | undefined): Naming {
  const objects = new Set(files.filter((file) => file.type === 'CustomObject').map((file) => file.name));
  const fields = new Set(
    files.filter((file) => file.type === 'CustomField').map((file) => `${file.object}.${file.name}`),
  );
  const prefix = (name: string, declared: boolean): string =>
    namespace !== undefined && declared && name.endsWith('__c') && !/^[A-Za-z0-9]+__.+__c$/.test(name)
      ? `${namespace}__${name}`
      : name;

  return {
    namespace: namespace ?? null,
    object: (name) => prefix(name, objects.has(name)),
    field: (object, name) => prefix(name, fields.has(`${object}.${name}`)),
    component: (name) => (namespace === undefined ? name : `${namespace}__${name}`),
    relationship: (name) => (namespace === undefined ? `${name}__r` : `${namespace}__${name}__r`),
  };
}
