import type { Org } from '../org/org.ts';
import type { FieldDefinition } from '../schema/object-definition.ts';
import type { InstallReport } from './install-report.ts';
import { MetadataError } from './metadata-error.ts';
import type { MetadataSource } from './metadata-source.ts';
import { createNaming, type Naming } from './namespace.ts';
import { readBusinessProcess } from './read-business-process.ts';
import { readField } from './read-field.ts';
import { readObject } from './read-object.ts';
import { readPermissionSet } from './read-permission-set.ts';
import { readRecordType } from './read-record-type.ts';
import { readSource, type InstalledKind, type SourceFile } from './read-source.ts';
import { readStages } from './read-stages.ts';
import { saveBusinessProcess } from './save-business-process.ts';
import { savePermissionSet } from './save-permission-set.ts';
import { saveRecordType } from './save-record-type.ts';
import { saveStages } from './save-stages.ts';

/** Installs a source as a whole or not at all; the same source again changes nothing. @throws MetadataError */
export function installMetadata(org: Org, { directory, namespace }: MetadataSource): InstallReport {
  const { files, accepted } = readSource(directory);
  const naming = createNaming(files, namespace);
  const of = (kind: InstalledKind): SourceFile[] => files.filter((file) => file.kind === kind);
  try {
    return org.transaction(() => ({
      ...installObjects(org, { objects: of('object'), fields: of('field'), naming }),
      ...installStages(org, of('standardValueSet')),
      businessProcesses: of('businessProcess').map((file) =>
        saveBusinessProcess(org, { object: naming.object(file.object), naming, xml: readBusinessProcess(file) }),
      ),
      recordTypes: of('recordType').map((file) =>
        saveRecordType(org, { file, object: naming.object(file.object), naming, xml: readRecordType(file) }),
      ),
      permissionSets: of('permissionset').map((file) =>
        savePermissionSet(org, { name: file.name, naming, xml: readPermissionSet(file) }),
      ),
      accepted,
    }));
  } finally {
    org.schema.refresh();
  }
}

interface ObjectFiles {
  readonly objects: readonly SourceFile[];
  readonly fields: readonly SourceFile[];
  readonly naming: Naming;
}

function installObjects(org: Org, { objects, fields, naming }: ObjectFiles): Pick<InstallReport, 'objects' | 'fields'> {
  const read = fields.map((file) => ({ file, field: readField(file, naming) }));
  const installed: string[] = [];
  const declared = new Set<string>();
  for (const file of objects) {
    const own = read.filter((item) => item.file.object === file.name).map((item) => item.field);
    const definition = readObject(file, own, naming);
    if (!definition) continue;
    declared.add(file.name);
    const kept = keptFields(org, definition.name, definition.fields);
    org.schema.addObject({ ...definition, fields: new Map([...definition.fields, ...kept]) });
    installed.push(definition.name);
  }
  for (const { file, field } of read.filter((item) => !declared.has(item.file.object))) {
    const object = org.schema.object(naming.object(file.object));
    if (!object) throw new MetadataError({ file: file.file, problem: `this org has no object ${file.object}` });
    org.schema.addField(object.name, field);
  }
  for (const { file, field } of read) {
    const missing = field.referenceTo?.find((target) => !org.schema.object(target));
    if (missing !== undefined) {
      throw new MetadataError({ file: file.file, problem: `this org has no object ${missing} for it to refer to` });
    }
  }
  return {
    objects: installed,
    fields: read.map(({ file, field }) => `${naming.object(file.object)}.${field.name}`),
  };
}

/** A deployment never removes fields. */
function keptFields(
  org: Org,
  object: string,
  declared: ReadonlyMap<string, FieldDefinition>,
): [string, FieldDefinition][] {
  const known = org.schema.object(object)?.fields ?? new Map<string, FieldDefinition>();
  return [...known].filter(([name, field]) => field.custom && !declared.has(name));
}

function installStages(org: Org, files: readonly SourceFile[]): object {
  for (const file of files) saveStages(org, readStages(file));
  return {};
}
