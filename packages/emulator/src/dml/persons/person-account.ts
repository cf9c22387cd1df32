import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { badFieldNames, notWriteable, requiredFieldsMissing } from '../field-errors.ts';
import type { DmlContext } from '../dml-context.ts';
import { personName } from '../person-name.ts';
import type { StoredRecord } from '../stored-record.ts';
import { insertRow, updateRow } from '../write-row.ts';
import { isOfPerson, toContactValues } from './person-fields.ts';

/** @param object the account's or the contact's row; rows of orgs without person accounts have no such column */
export function isPerson(record: StoredRecord): boolean {
  return record['IsPersonAccount'] === 1;
}

export function hasPersonAccounts({ org }: Pick<DmlContext, 'org'>): boolean {
  return org.schema.field('Account', 'IsPersonAccount') !== undefined;
}

/**
 * Makes a person account of the values when their record type says so: then it is named by its parts, otherwise by `Name`
 * and without what only persons have. Source: Object Reference, Account; the two error texts are in public issues of
 * integrations. A last name without a record type chooses the org's first one for persons.
 */
export function readPersonAccount(context: DmlContext, values: StoredRecord): void {
  const person = personRecordTypes(context);
  const given = Object.keys(values).filter((name) => isOfPerson(name) && values[name] !== null);
  const [first] = person;
  const isDefault = values['RecordTypeId'] === context.org.access.of(context.userId).recordTypes.defaultOf('Account');
  if (isDefault && first !== undefined && typeof values['LastName'] === 'string') values['RecordTypeId'] = first;
  if (!person.includes(String(values['RecordTypeId']))) {
    if (given.length > 0) throw badFieldNames('Account', given);
    if ((values['Name'] ?? null) === null) throw requiredFieldsMissing(['Name']);
    return;
  }
  if ((values['Name'] ?? null) !== null) throw notWriteable(['Name']);
  if ((values['LastName'] ?? null) === null) throw requiredFieldsMissing(['LastName']);
  values['Name'] = personName(values);
  values['IsPersonAccount'] = 1;
}

/** The same for an update; an account does not become a person here, nor a person a business. */
export function changePersonAccount(context: DmlContext, changes: StoredRecord, record: StoredRecord): void {
  const { RecordTypeId = record['RecordTypeId'] } = changes;
  if (personRecordTypes(context).includes(String(RecordTypeId)) !== isPerson(record)) {
    throw new NotEmulatedError('turning a business account into a person account, or back');
  }
  const names = Object.keys(changes);
  const refused = isPerson(record)
    ? names.filter((name) => name === 'Name')
    : names.filter((name) => isOfPerson(name) && changes[name] !== null);
  if (refused.length > 0) throw badFieldNames('Account', refused);
  if (changes['LastName'] === null && isPerson(record)) throw requiredFieldsMissing(['LastName']);
  if (!isPerson(record) && changes['Name'] === null) throw requiredFieldsMissing(['Name']);
  if (isPerson(record) && ('LastName' in changes || 'FirstName' in changes)) {
    changes['Name'] = personName({ ...record, ...changes });
  }
}

/** The contact that a person account is, too. */
export function insertPersonContact(context: DmlContext, account: StoredRecord): void {
  const object = context.org.schema.object('Contact');
  if (!object) return;
  const contact = insertRow(context, object, {
    ...toContactValues(account),
    AccountId: account['Id'] ?? null,
    Name: account['Name'] ?? null,
    IsPersonAccount: 1,
  });
  context.org.records.update('Account', String(account['Id']), { PersonContactId: contact['Id'] ?? null });
}

export function updatePersonContact(context: DmlContext, changes: StoredRecord, account: StoredRecord): void {
  const object = context.org.schema.object('Contact');
  if (!object || typeof account['PersonContactId'] !== 'string') return;
  const name = 'Name' in changes ? { Name: changes['Name'] ?? null } : {};
  updateRow(context, object, account['PersonContactId'], { ...toContactValues(changes), ...name });
}

function personRecordTypes({ org }: DmlContext): string[] {
  return org.statements
    .prepare(`SELECT "Id" FROM "RecordType" WHERE "SobjectType" = 'Account' AND "IsPersonType" = 1 ORDER BY "Id"`)
    .all()
    .map((row) => String(row['Id']));
}
