import type { CreateFields, OrgClient, UpdateFields } from '../../src/index.ts';

/** Checked by the compiler alone: what is expected to be refused and is not fails the type check. */
export async function whatCompiles({ accounts, contacts, deals, customObjects }: OrgClient): Promise<void> {
  // What is right does.
  await accounts.create({ Name: 'Acme', Industry: 'Energy', Tier__c: 'A', uman__Score__c: 3 });
  await accounts.update('001', { Industry: null, Tier__c: null });
  await contacts.create({ LastName: 'Zoë', Birthdate: '1990-02-03' });
  await deals.create({ Name: 'Renewal', StageName: 'Prospecting', CloseDate: '2026-12-31', Amount: 10 });
  await deals.update('006', { Amount: 12.5, StageName: 'Closed Won' });
  await deals.upsert({ field: 'External_Id__c', value: 1 }, { Amount: 1 });
  await accounts.enrich('001', { Industry: { value: 'Energy' } });
  await customObjects.create('Account', { Name: 'Acme', CustomerPriority: 'High' });

  // A wrong name
  // @ts-expect-error
  await accounts.create({ Name: 'Acme', Industrie: 'Energy' });
  // @ts-expect-error
  await contacts.update('003', { Lastname: 'Zoë' });
  // @ts-expect-error
  await deals.upsert({ field: 'External_Id__c', value: 1 }, { Ammount: 1 });
  // @ts-expect-error -- the field of another object
  await accounts.create({ Name: 'Acme', StageName: 'Prospecting' });

  // What is missing
  // @ts-expect-error
  await accounts.create({ Industry: 'Energy' });
  // @ts-expect-error
  await contacts.create({ FirstName: 'Zoë' });
  // @ts-expect-error
  await deals.create({ Name: 'Renewal', StageName: 'Prospecting' });
  // @ts-expect-error -- emptied
  await deals.create({ Name: 'Renewal', StageName: 'Prospecting', CloseDate: null });
  // @ts-expect-error -- emptied
  await accounts.update('001', { Name: null });

  // What Salesforce alone writes
  // @ts-expect-error
  await accounts.create({ Name: 'Acme', CreatedDate: '2026-12-31T00:00:00Z' });
  // @ts-expect-error
  await contacts.update('003', { Name: 'Zoë' });
  // @ts-expect-error
  await deals.update('006', { IsWon: true });
  // @ts-expect-error
  await deals.update('006', { ExpectedRevenue: 10 });

  // A value of another type
  // @ts-expect-error
  await deals.update('006', { Amount: '10' });
  // @ts-expect-error
  await contacts.update('003', { DoNotCall: null });
  // @ts-expect-error -- a status is kept in a custom field
  await contacts.setStatus('003', { field: 'Status', value: 'Active' });
}

/** What is read of `CreateFields` and `UpdateFields`. */
export const required: CreateFields<'Account'>['Name'] = 'Acme';
export const optional: UpdateFields<'Account'>['Name'] = undefined;
