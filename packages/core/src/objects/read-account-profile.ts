import { z } from 'zod';
import { accountContacts } from '../reads/account-contacts.ts';
import { accountDeals } from '../reads/account-deals.ts';
import { createReadCheck } from '../reads/check-read.ts';
import { dealTotalsPart, toDealTotals } from '../reads/deal-totals.ts';
import { linkedNotes } from '../reads/linked-notes.ts';
import { interactionParts, toTimeLine } from '../reads/read-interactions.ts';
import { queryPart } from '../reads/read-part.ts';
import { readVisible } from '../reads/read-visible.ts';
import { pickFields, recordPart } from '../reads/record-part.ts';
import { nested, nestedSchema, toRelated, wantedOf } from '../reads/related-list.ts';
import { relatedRecordSchema } from '../reads/related-record.ts';
import type { VisibleFields } from '../reads/visible-fields.ts';
import { buildQuery } from '../soql/build-query.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { AccountProfile, AccountProfileOptions } from './account-profile.ts';

/** The standard fields that say who a company is. */
const ACCOUNT_FIELDS: readonly string[] = [
  'Name',
  'Type',
  'Industry',
  'Website',
  'Phone',
  'Description',
  'AnnualRevenue',
  'NumberOfEmployees',
  'BillingAddress',
  'AccountSource',
  'LastActivityDate',
  'ParentId',
  'OwnerId',
  'CreatedDate',
  'LastModifiedDate',
];
const PARENTS = ['Id', 'Parent.Id', 'Parent.Name', 'Owner.Id', 'Owner.Name'] as const;

const relatedRow = z.object({
  Parent: relatedRecordSchema,
  Owner: relatedRecordSchema,
  Contacts: nestedSchema(accountContacts),
  Opportunities: nestedSchema(accountDeals),
  ContentDocumentLinks: nestedSchema(linkedNotes),
});

/**
 * The whole row and five queries, which is all that one composite holds: contacts, deals and notes are nested in the query
 * for the account's parents.
 */
export async function readAccountProfile(
  id: string,
  options: AccountProfileOptions,
  { transport, visible }: { transport: OrgTransport; visible: VisibleFields },
): Promise<AccountProfile> {
  const { fields = ACCOUNT_FIELDS, contacts = 50, deals = 50, notes = 20, interactions = {}, signal } = options;
  const { limit = 50 } = interactions;
  const check = createReadCheck('Account');
  const accountId = check.id(id);
  if (fields !== 'all') check.fields(fields, 'fields');
  for (const [name, value] of Object.entries({ contacts, deals, notes, 'interactions.limit': limit })) {
    check.limit(value, name);
  }
  check.throwIfAny();

  const scope = {
    activities: { field: 'AccountId', equals: accountId },
    emails: { field: 'RelatedToId', equals: accountId },
  };
  const related = () =>
    queryPart({
      soql: buildQuery({
        select: [
          ...visible.choose('Account', PARENTS),
          ...nested(accountContacts, { limit: contacts, visible }),
          ...nested(accountDeals, { limit: deals, visible }),
          ...nested(linkedNotes, { limit: notes, visible }),
        ],
        from: 'Account',
        where: [{ field: 'Id', equals: accountId }],
      }),
      row: relatedRow,
      object: 'Account',
    });
  const read = await readVisible(
    transport,
    {
      record: { wanted: {}, required: true, part: () => recordPart('Account', accountId) },
      related: {
        wanted: {
          Account: PARENTS,
          ...wantedOf(accountContacts),
          ...wantedOf(accountDeals),
          ...wantedOf(linkedNotes),
        },
        part: related,
      },
      totals: dealTotalsPart(accountId, visible),
      ...interactionParts(scope, { ...interactions, limit, visible }),
    },
    { visible, signal },
  );

  const { record, hidden } = pickFields(read.values.record ?? { Id: accountId }, fields);
  const [row] = read.values.related?.records ?? [];
  const inAccount = { parentId: accountId, visible, transport };
  return {
    record,
    parent: row?.Parent,
    owner: row?.Owner,
    contacts: toRelated(row?.Contacts, { list: accountContacts, limit: contacts, ...inAccount }),
    deals: toRelated(row?.Opportunities, { list: accountDeals, limit: deals, ...inAccount }),
    totals: read.values.totals === undefined ? undefined : toDealTotals(read.values.totals.records, visible),
    interactions: toTimeLine(read.values, {
      limit,
      transport,
      rest: () => interactionParts(scope, { ...interactions, limit: undefined, visible }),
    }),
    notes: toRelated(row?.ContentDocumentLinks, { list: linkedNotes, limit: notes, ...inAccount }),
    hiddenFields: [...new Set([...hidden.map((field) => `Account.${field}`), ...read.hiddenFields])],
    hiddenObjects: read.hiddenObjects,
    apiCalls: read.apiCalls,
  };
}
