import { defineMetadataType } from '../metadata-type.ts';
import { readRecordType } from '../read-record-type.ts';
import { splitPartName } from '../part-name.ts';
import { recordTypeId } from '../record-type-id.ts';
import { saveRecordType } from '../save-record-type.ts';

/** Source: Metadata API guide, RecordType. */
export const recordType = defineMetadataType({
  name: 'RecordType',
  suffix: 'recordType',
  directory: 'recordTypes',
  elementOfObject: 'recordTypes',
  read: readRecordType,
  save: ({ org, naming }, component, xml) =>
    saveRecordType(org, { file: component, object: naming.object(component.object), naming, xml }),
  rename(org, from, to) {
    org.statements
      .prepare('UPDATE "RecordType" SET "DeveloperName" = ? WHERE "Id" = ?')
      .run(splitPartName(to).name, recordTypeId(org, from) ?? '');
  },
  idOf: recordTypeId,
});
