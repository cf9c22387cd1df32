import type { ObjectBehavior } from '../object-behavior.ts';
import type { StoredRecord } from '../stored-record.ts';

/** `Name` is `FirstName LastName`; the salutation is no part of it. Source: Object Reference, Contact. */
export const contact: ObjectBehavior = {
  object: 'Contact',
  beforeCreate(_, values) {
    values['Name'] = fullName(values);
  },
  beforeUpdate(_, changes, record) {
    if ('FirstName' in changes || 'LastName' in changes) changes['Name'] = fullName({ ...record, ...changes });
  },
};

function fullName({ FirstName, LastName }: StoredRecord): string | null {
  return [FirstName, LastName].filter((part) => typeof part === 'string').join(' ') || null;
}
