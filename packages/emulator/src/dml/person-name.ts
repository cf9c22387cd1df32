import type { StoredRecord } from './stored-record.ts';

/** `FirstName LastName`; the salutation is no part of it. Source: Object Reference, Contact and Lead. */
export function personName({ FirstName, LastName }: StoredRecord): string | null {
  return [FirstName, LastName].filter((part) => typeof part === 'string').join(' ') || null;
}

/** Sets `Name` where a part of it is being written. */
export function renamePerson(changes: StoredRecord, record: StoredRecord): void {
  if ('FirstName' in changes || 'LastName' in changes) changes['Name'] = personName({ ...record, ...changes });
}
