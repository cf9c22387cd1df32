import { z } from 'zod';
import { parseXml, xmlBoolean } from './parse-xml.ts';
import type { MetadataComponent } from './metadata-component.ts';

const permissionSetSchema = z.strictObject({
  label: z.string(),
  description: z.string().optional(),
  hasActivationRequired: xmlBoolean.optional(),
  license: z.string().optional(),
  userLicense: z.string().optional(),
  objectPermissions: z
    .array(
      z.strictObject({
        object: z.string(),
        allowCreate: xmlBoolean,
        allowDelete: xmlBoolean,
        allowEdit: xmlBoolean,
        allowRead: xmlBoolean,
        modifyAllRecords: xmlBoolean,
        viewAllRecords: xmlBoolean,
        viewAllFields: xmlBoolean.optional(),
      }),
    )
    .optional(),
  fieldPermissions: z
    .array(z.strictObject({ field: z.string(), editable: xmlBoolean, readable: xmlBoolean }))
    .optional(),
  userPermissions: z.array(z.strictObject({ name: z.string(), enabled: xmlBoolean })).optional(),
  recordTypeVisibilities: z
    .array(z.strictObject({ recordType: z.string(), visible: xmlBoolean, default: xmlBoolean.optional() }))
    .optional(),
  applicationVisibilities: z.array(z.looseObject({ application: z.string() })).optional(),
  classAccesses: z.array(z.looseObject({ apexClass: z.string() })).optional(),
  customPermissions: z.array(z.looseObject({ name: z.string() })).optional(),
  tabSettings: z.array(z.strictObject({ tab: z.string(), visibility: z.string() })).optional(),
});

export type PermissionSetXml = z.output<typeof permissionSetSchema>;

/** Source: Metadata API guide, PermissionSet. */
export function readPermissionSet(file: MetadataComponent): PermissionSetXml {
  return parseXml(file, 'PermissionSet', permissionSetSchema);
}
