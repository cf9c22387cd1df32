import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import type { ObjectBehavior } from '../object-behavior.ts';
import { personName, renamePerson } from '../person-name.ts';

/**
 * A new lead is unread by its owner; leads are not converted here. Source: Object Reference, Lead. That a lead created by
 * its owner is unread, too, is not verified.
 */
export const lead: ObjectBehavior = {
  object: 'Lead',
  beforeCreate(_, values) {
    if (values['IsConverted'] === 1) throw new NotEmulatedError('creating a converted Lead');
    values['Name'] = personName(values);
  },
  beforeUpdate(_, changes, record) {
    renamePerson(changes, record);
  },
};
