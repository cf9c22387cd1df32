import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import type { ObjectBehavior } from '../object-behavior.ts';

/** Locking a password is not for clients. Source: Object Reference, UserLogin; what it answers is not known. */
export const userLogin: ObjectBehavior = {
  object: 'UserLogin',
  beforeUpdate(_, changes) {
    if (changes['IsPasswordLocked'] === 1) throw new NotEmulatedError('locking the password of a user');
  },
};
