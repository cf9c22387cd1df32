import { z } from 'zod';
import { xmlBoolean } from '../parse-xml.ts';

/** `allowRead` … of an object. @param flag what each of them must be: a profile may leave them out */
function objectPermissionsOf<Flag extends z.ZodType<boolean>>(flag: Flag) {
  return z
    .array(
      z.strictObject({
        object: z.string(),
        allowCreate: flag,
        allowDelete: flag,
        allowEdit: flag,
        allowRead: flag,
        modifyAllRecords: flag,
        viewAllRecords: flag,
        viewAllFields: xmlBoolean.optional(),
      }),
    )
    .optional();
}

const falseWhenLeftOut = xmlBoolean.optional().transform((value) => value ?? false);

/** Permissions as profiles have them. */
const permissions = {
  objectPermissions: objectPermissionsOf(falseWhenLeftOut),
  fieldPermissions: z
    .array(z.strictObject({ field: z.string(), editable: xmlBoolean, readable: falseWhenLeftOut }))
    .optional(),
  userPermissions: z.array(z.strictObject({ name: z.string(), enabled: xmlBoolean })).optional(),
  recordTypeVisibilities: z
    .array(
      z.strictObject({
        recordType: z.string(),
        visible: xmlBoolean,
        default: xmlBoolean.optional(),
        personAccountDefault: xmlBoolean.optional(),
      }),
    )
    .optional(),
};

export const profilePermissions = permissions;

/** As permission sets have them: nothing may be left out. */
export const permissionSetPermissions = {
  ...permissions,
  objectPermissions: objectPermissionsOf(xmlBoolean),
  fieldPermissions: z
    .array(z.strictObject({ field: z.string(), editable: xmlBoolean, readable: xmlBoolean }))
    .optional(),
};

/** What users may do, in the words of metadata. */
export type PermissionsXml = {
  readonly [Name in keyof typeof permissions]?: z.output<(typeof permissions)[Name]>;
};

export type ObjectPermissionXml = NonNullable<PermissionsXml['objectPermissions']>[number];
