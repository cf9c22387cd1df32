import { copyContactToCases } from '../cases/contact-details.ts';
import type { ObjectBehavior } from '../object-behavior.ts';
import { personName, renamePerson } from '../person-name.ts';

/** Source: Object Reference, Contact. */
export const contact: ObjectBehavior = {
  object: 'Contact',
  beforeCreate(_, values) {
    values['Name'] = personName(values);
  },
  beforeUpdate(_, changes, record) {
    renamePerson(changes, record);
  },
  afterUpdate(context, changes, record) {
    copyContactToCases(context, String(record['Id']), changes);
  },
};
