import { z } from 'zod';
import type { MetadataComponent } from './metadata-component.ts';
import { parseXml, withoutEffect } from './parse-xml.ts';
import { several } from './several.ts';

const profileSchema = z.strictObject({
  fullName: z.string().optional(),
  custom: withoutEffect,
  description: withoutEffect,
  layoutAssignments: several(z.strictObject({ layout: z.string(), recordType: z.string().optional() })),
  userLicense: withoutEffect,
});

export type ProfileXml = z.output<typeof profileSchema>;

/** Which layouts a profile's users see; permissions in profiles are refused by name. Source: Metadata API guide, Profile. */
export function readProfile(component: MetadataComponent): ProfileXml {
  return parseXml(component, 'Profile', profileSchema);
}
