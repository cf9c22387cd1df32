import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { copyContactToCases } from '../cases/contact-details.ts';
import type { ObjectBehavior } from '../object-behavior.ts';
import { badFieldNames } from '../field-errors.ts';
import { personName, renamePerson } from '../person-name.ts';
import { isPerson } from '../persons/person-account.ts';
import { toAccountValues } from '../persons/person-fields.ts';
import { updateRow } from '../write-row.ts';

/** The contact of a person account and the account show the same. Source: Object Reference, Contact and Account. */
export const contact: ObjectBehavior = {
  object: 'Contact',
  beforeCreate(_, values) {
    values['Name'] = personName(values);
  },
  beforeUpdate(_, changes, record) {
    if (isPerson(record) && 'AccountId' in changes) throw badFieldNames('Account', ['AccountId']);
    renamePerson(changes, record);
  },
  beforeDelete({ org }, record) {
    if (isPerson(record) && org.records.find('Account', String(record['AccountId']))?.['IsDeleted'] === 0) {
      throw new NotEmulatedError('deleting the Contact of a person account: the error is not known');
    }
  },
  afterUpdate(context, changes, record) {
    copyContactToCases(context, String(record['Id']), changes);
    const account = context.org.schema.object('Account');
    if (!account || !isPerson(record)) return;
    const name = 'Name' in changes ? { Name: changes['Name'] ?? null } : {};
    updateRow(context, account, String(record['AccountId']), { ...toAccountValues(account, changes), ...name });
  },
};
