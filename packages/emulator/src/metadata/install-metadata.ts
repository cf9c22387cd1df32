import type { Org } from '../org/org.ts';
import { deployComponents } from './deploy-components.ts';
import type { InstallReport } from './install-report.ts';
import type { MetadataSource } from './metadata-source.ts';
import { readSource } from './read-source.ts';
import { metadataType } from './types/index.ts';

/** Installs a source as a whole or not at all; the same source again changes nothing. @throws MetadataError */
export function installMetadata(org: Org, { directory, namespace }: MetadataSource): InstallReport {
  const { outcomes } = deployComponents(org, readSource(directory), { namespace });
  const failed = outcomes.find((outcome) => outcome.failure);
  if (failed?.failure) throw failed.failure;
  const of = (type: string): string[] =>
    outcomes.filter((outcome) => outcome.type === type).map(({ fullName }) => fullName);
  return {
    objects: of('CustomObject').filter((name) => name.endsWith('__c')),
    fields: of('CustomField'),
    recordTypes: of('RecordType'),
    businessProcesses: of('BusinessProcess'),
    permissionSets: of('PermissionSet'),
    accepted: outcomes.filter(({ type }) => metadataType(type)?.withoutEffect).map(({ file }) => file),
  };
}
