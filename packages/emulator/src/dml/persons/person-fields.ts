import type { ObjectDefinition } from '../../schema/object-definition.ts';
import type { StoredRecord } from '../stored-record.ts';

const SAME = ['LastName', 'FirstName', 'Salutation', 'OwnerId', 'Phone', 'Fax', 'Description'];
const NOT_MAPPED = new Set(['PersonContactId', 'IsPersonAccount']);

/**
 * Which field of a person account is which field of its contact: names, owner, phone, fax and description by the same
 * name, `PersonX` is `X`, `X__pc` is `X__c`. Source: Object Reference, Account; Salesforce Help, "Fields Available on
 * Person Accounts".
 */
export function contactFieldOf(name: string): string | undefined {
  if (SAME.includes(name)) return name;
  if (name.endsWith('__pc')) return name.replace(/__pc$/, '__c');
  return name.startsWith('Person') && !NOT_MAPPED.has(name) ? name.slice('Person'.length) : undefined;
}

/** The part of an account's values that its contact has, too. */
export function toContactValues(account: StoredRecord): StoredRecord {
  return Object.fromEntries(
    Object.entries(account).flatMap(([name, value]) => {
      const field = contactFieldOf(name);
      return field === undefined ? [] : [[field, value]];
    }),
  );
}

/** The part of a contact's values that its account has, too. */
export function toAccountValues(object: ObjectDefinition, contact: StoredRecord): StoredRecord {
  return Object.fromEntries(
    [...object.fields.keys()].flatMap((name) => {
      const field = contactFieldOf(name);
      return field === undefined || !(field in contact) ? [] : [[name, contact[field] ?? null]];
    }),
  );
}

/** Fields that only persons have. */
export function isOfPerson(name: string): boolean {
  return name.startsWith('Person') || name.endsWith('__pc') || ['LastName', 'FirstName', 'Salutation'].includes(name);
}
