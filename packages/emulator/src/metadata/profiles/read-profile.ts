import { isIP } from 'node:net';
import { z } from 'zod';
import { weekdays, type LoginHours, type Weekday } from '../../access/login-policy.ts';
import type { MetadataComponent } from '../metadata-component.ts';
import { parseXml, withoutEffect, xmlBoolean, xmlNumber } from '../parse-xml.ts';
import { profilePermissions } from '../permissions/permissions-xml.ts';
import { several } from '../several.ts';

/** Minutes since midnight, in full hours. */
const hour = xmlNumber
  .refine((minutes) => minutes % 60 === 0, 'not a full hour')
  .refine((minutes) => minutes <= 24 * 60, 'later than midnight');

const bounds = Object.fromEntries(
  weekdays.flatMap((day) => [
    [`${day}Start`, hour.optional()],
    [`${day}End`, hour.optional()],
  ]),
) as Record<`${Weekday}${'Start' | 'End'}`, z.ZodOptional<typeof hour>>;

/** Empty: no restrictions from now on. A day has both ends or none, in their order. */
const loginHours = z
  .union([z.literal(''), z.strictObject(bounds)])
  .transform((given, context): Partial<Record<Weekday, LoginHours>> => {
    if (given === '') return {};
    const hours: Partial<Record<Weekday, LoginHours>> = {};
    for (const day of weekdays) {
      const start = given[`${day}Start`];
      const end = given[`${day}End`];
      if (start === undefined && end === undefined) continue;
      if (start === undefined || end === undefined || start > end) {
        context.addIssue({ code: 'custom', message: `${day} needs a start and an end that is no earlier` });
        return z.NEVER;
      }
      hours[day] = { start, end };
    }
    return hours;
  });

const address = z.string().refine((text) => isIP(text) !== 0, 'not an IP address');

const loginIpRange = z
  .strictObject({ description: z.string().optional(), startAddress: address, endAddress: address })
  .refine(({ startAddress, endAddress }) => isIP(startAddress) === isIP(endAddress), 'addresses of two kinds');

/** What has no effect here, by the element that names what it is about. */
const extra = (name: string) => several(z.record(z.string(), z.string()).and(z.object({ [name]: z.string() })));

/** Elements that are kept and have no effect, and which of their elements says what they are about. */
export const extraElements = {
  applicationVisibilities: 'application',
  classAccesses: 'apexClass',
  customMetadataTypeAccesses: 'name',
  customPermissions: 'name',
  customSettingAccesses: 'name',
  externalDataSourceAccesses: 'externalDataSource',
  flowAccesses: 'flow',
  pageAccesses: 'apexPage',
  tabVisibilities: 'tab',
} as const;

export type ExtraElement = keyof typeof extraElements;

const extras = Object.fromEntries(
  Object.entries(extraElements).map(([element, name]) => [element, extra(name)]),
) as Record<ExtraElement, ReturnType<typeof extra>>;

const profileSchema = z.strictObject({
  fullName: withoutEffect,
  custom: xmlBoolean.optional(),
  description: z.string().optional(),
  layoutAssignments: several(z.strictObject({ layout: z.string(), recordType: z.string().optional() })),
  loginHours: loginHours.optional(),
  loginIpRanges: several(loginIpRange),
  userLicense: z.string().optional(),
  ...profilePermissions,
  ...extras,
});

export type ProfileXml = z.output<typeof profileSchema>;

/** What has other effects here, e.g. `loginFlows`, is refused by name. Source: Metadata API guide, Profile. */
export function readProfile(component: MetadataComponent): ProfileXml {
  return parseXml(component, 'Profile', profileSchema);
}
