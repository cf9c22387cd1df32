import { defineObject } from '../define-object.ts';
import { checkbox, dateTime, lookup, readOnly } from '../define-field.ts';
import { idField } from '../system-fields.ts';

/** Whether a user may log in; one row for each user, made with it. Source: Object Reference, UserLogin. */
export const userLogin = defineObject({
  name: 'UserLogin',
  label: 'User Login',
  labelPlural: 'User Login',
  keyPrefix: '0Yw',
  createable: false,
  deletable: false,
  described: { undeletable: false },
  fields: [
    idField('User Login ID'),
    lookup('UserId', 'User ID', 'User', { ...readOnly, described: {} }),
    checkbox('IsFrozen', 'Frozen', { createable: false }),
    checkbox('IsPasswordLocked', 'Password Locked', { createable: false }),
    dateTime('LastModifiedDate', 'Last Modified Date', { ...readOnly, nillable: false, defaultedOnCreate: true }),
    lookup('LastModifiedById', 'Last Modified By ID', 'User', {
      ...readOnly,
      nillable: false,
      defaultedOnCreate: true,
      described: {},
    }),
  ],
});
