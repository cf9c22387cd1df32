import { z } from 'zod';
import type { MetadataComponent } from '../metadata-component.ts';
import { parseXml, xmlBoolean } from '../parse-xml.ts';
import { permissionSetPermissions } from './permissions-xml.ts';

const permissionSetSchema = z.strictObject({
  label: z.string(),
  description: z.string().optional(),
  hasActivationRequired: xmlBoolean.optional(),
  license: z.string().optional(),
  userLicense: z.string().optional(),
  ...permissionSetPermissions,
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
