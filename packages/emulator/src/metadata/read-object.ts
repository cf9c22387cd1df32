import { z } from 'zod';
import { defineObject } from '../schema/define-object.ts';
import { date, readOnly, text } from '../schema/define-field.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';
import {
  auditFields,
  idField,
  isDeletedField,
  lastViewedFields,
  ownerField,
  recordTypeField,
} from '../schema/system-fields.ts';
import type { Naming } from './namespace.ts';
import { parseXml, withoutEffect, xmlBoolean, xmlNumber } from './parse-xml.ts';
import type { MetadataComponent } from './metadata-component.ts';

const nameFieldSchema = z.strictObject({
  type: z.enum(['Text', 'AutoNumber']),
  label: z.string(),
  displayFormat: z.string().optional(),
  startingNumber: xmlNumber.optional(),
  displayLocationInDecimal: withoutEffect,
  trackHistory: withoutEffect,
  trackFeedHistory: withoutEffect,
});

const objectSchema = z.strictObject({
  label: z.string().optional(),
  pluralLabel: z.string().optional(),
  nameField: nameFieldSchema.optional(),
  enableActivities: xmlBoolean.optional(),
  enableFeeds: xmlBoolean.optional(),
  enableSearch: xmlBoolean.optional(),
  description: withoutEffect,
  actionOverrides: withoutEffect,
  allowInChatterGroups: withoutEffect,
  compactLayoutAssignment: withoutEffect,
  deploymentStatus: withoutEffect,
  enableBulkApi: withoutEffect,
  enableEnhancedLookup: withoutEffect,
  enableHistory: withoutEffect,
  enableLicensing: withoutEffect,
  enableReports: withoutEffect,
  enableSharing: withoutEffect,
  enableStreamingApi: withoutEffect,
  externalSharingModel: withoutEffect,
  gender: withoutEffect,
  household: withoutEffect,
  searchLayouts: withoutEffect,
  sharingModel: withoutEffect,
  startsWith: withoutEffect,
  visibility: withoutEffect,
});

/**
 * A custom object with its system fields; undefined for the file of a standard object, which changes nothing here.
 * Source: Metadata API guide, CustomObject; Object Reference, Custom Objects.
 */
export function readObject(file: MetadataComponent, naming: Naming): ObjectDefinition | undefined {
  const xml = parseXml(file, 'CustomObject', objectSchema);
  if (!file.name.endsWith('__c')) return undefined;
  const label = xml.label ?? file.name.replace(/__c$/, '');
  return defineObject({
    name: naming.object(file.name),
    label,
    labelPlural: xml.pluralLabel ?? label,
    keyPrefix: null,
    custom: true,
    linkable: true,
    ...(xml.enableActivities && { activities: true }),
    described: {
      feedEnabled: xml.enableFeeds ?? false,
      searchable: xml.enableSearch ?? false,
    },
    fields: [
      idField('Record ID'),
      ownerField,
      isDeletedField,
      nameField(xml.nameField),
      recordTypeField,
      ...auditFields,
      ...(xml.enableActivities ? [date('LastActivityDate', 'Last Activity Date', readOnly)] : []),
      ...lastViewedFields,
    ],
  });
}

/** A text name that is left out becomes the record's id (not verified); an auto number is never written. */
function nameField(xml: z.output<typeof nameFieldSchema> | undefined): FieldDefinition {
  const label = xml?.label ?? 'Name';
  const common = { idLookup: true, nameField: true, defaultedOnCreate: true } as const;
  return xml?.type === 'AutoNumber'
    ? text('Name', label, 80, {
        ...common,
        ...readOnly,
        nillable: false,
        autoNumber: xml.displayFormat ?? '{0}',
        autoNumberStart: xml.startingNumber ?? 1,
      })
    : text('Name', label, 80, common);
}
