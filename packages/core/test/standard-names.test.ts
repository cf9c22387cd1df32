import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isHideableField, isImpossibleField } from '../src/errors/missing/standard-names.ts';

interface RecordedField {
  readonly name: string;
  readonly custom: boolean;
  readonly permissionable: boolean;
}

const recorded = new URL('../../../../shared/recorded/describes/', import.meta.url);

/** With a feature only, or in a place where nothing is hidden by itself. */
const LEFT_OUT = new Set(
  `CleanStatus Jigsaw DunsNumber Tradestyle NaicsCode NaicsDesc YearStarted DandbCompanyId OperatingHoursId IsPrivate
   BillingGeocodeAccuracy ShippingGeocodeAccuracy MailingGeocodeAccuracy OtherGeocodeAccuracy MailingLatitude MailingLongitude
   OtherLatitude OtherLongitude IsAllDayEvent`.split(/\s+/),
);

it('says of those fields that they are hidden that every recorded org has and access can be taken from', ({ skip }) => {
  skip(!existsSync(recorded), `recorded describes are not on this machine: ${recorded.pathname}`);

  for (const object of ['Account', 'Contact', 'Opportunity', 'Event']) {
    const { fields } = JSON.parse(readFileSync(new URL(`${object}.json`, recorded), 'utf8')) as {
      fields: RecordedField[];
    };
    const standard = fields.filter(({ custom, name }) => !custom && !name.endsWith('__c') && !LEFT_OUT.has(name));
    const hideable = standard.filter(({ name }) => isHideableField(object, name)).map(({ name }) => name);

    expect([object, hideable]).toEqual([
      object,
      standard.filter(({ permissionable }) => permissionable).map(({ name }) => name),
    ]);
  }
});

it('knows which names no custom object can have', () => {
  expect(isImpossibleField('Region__c', 'Population')).toBe(true);
  expect(isImpossibleField('Region__c', 'Population__c')).toBe(false);
  expect(isImpossibleField('Region__c', 'LastModifiedDate')).toBe(false);
  expect(isImpossibleField('Account', 'Population')).toBe(false);
});
