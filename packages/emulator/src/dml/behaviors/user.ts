import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import type { DmlContext } from '../dml-context.ts';
import type { ObjectBehavior } from '../object-behavior.ts';
import type { StoredRecord, StoredValue } from '../stored-record.ts';
import { timestamp } from '../write-row.ts';

const LIKE_EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/**
 * A user has one row of UserLogin, a nickname that Salesforce makes up, and a username that no other org has. Without
 * `IsActive` it is active, as in Setup (not verified). Source: Object Reference, User; the text on duplicates in public
 * logs of Apex tests. What a username that looks like no email address answers is not known.
 */
export const user: ObjectBehavior = {
  object: 'User',
  beforeCreate(context, values) {
    checkUsername(context, values['Username']);
    values['Name'] = fullName(values);
    values['UserType'] = 'Standard';
    values['CommunityNickname'] ??= nickname(context, String(values['Username']));
  },
  afterCreate(context, record) {
    const { org, userId } = context;
    org.records.insert('UserLogin', {
      Id: org.recordIds.allocate('0Yw'),
      UserId: record['Id'] ?? null,
      IsFrozen: 0,
      IsPasswordLocked: 0,
      LastModifiedDate: timestamp(context),
      LastModifiedById: userId,
    });
  },
  beforeUpdate(context, changes, record) {
    const { Username } = changes;
    if (Username !== undefined && String(Username).toLowerCase() !== String(record['Username']).toLowerCase()) {
      checkUsername(context, Username);
    }
    if ('FirstName' in changes || 'LastName' in changes) changes['Name'] = fullName({ ...record, ...changes });
  },
};

function checkUsername({ org }: DmlContext, username: StoredValue | undefined): void {
  if (typeof username !== 'string') return;
  if (!LIKE_EMAIL.test(username)) throw new NotEmulatedError(`the username ${username}, which is no email address`);
  if (!org.users.find(username) && !org.host().ofUsername(username)) return;
  throw new SalesforceApiError({
    status: 400,
    errorCode: 'DUPLICATE_USERNAME',
    message:
      'Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be ' +
      "unique across all Salesforce organizations. To resolve, use a different username (it doesn't need to match the " +
      "user's email address).",
    fields: ['Username'],
  });
}

/** The username up to its @, and a number where somebody has that already. */
function nickname({ org }: DmlContext, username: string): string {
  const wanted = username.split('@')[0]?.slice(0, 32) ?? username;
  const taken = org.statements.prepare('SELECT 1 FROM "User" WHERE "CommunityNickname" = ?');
  let name = wanted;
  for (let number = 1; taken.get(name); number += 1) name = `${wanted}${number}`;
  return name;
}

function fullName({ FirstName, LastName }: StoredRecord): string | null {
  return [FirstName, LastName].filter((part) => typeof part === 'string').join(' ') || null;
}
