import { z } from 'zod';
import { createReadCheck } from '../reads/check-read.ts';
import { contactDeals } from '../reads/contact-deals.ts';
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
import type { ContactDetails, ContactDetailsOptions } from './contact-details.ts';

/** The standard fields that say who a person is and how to reach them. */
const CONTACT_FIELDS: readonly string[] = [
  'Name',
  'Salutation',
  'FirstName',
  'LastName',
  'Title',
  'Department',
  'Email',
  'Phone',
  'MobilePhone',
  'MailingAddress',
  'LeadSource',
  'Birthdate',
  'Description',
  'LastActivityDate',
  'AccountId',
  'ReportsToId',
  'OwnerId',
  'CreatedDate',
  'LastModifiedDate',
];
const PARENTS = [
  'Id',
  'Account.Id',
  'Account.Name',
  'ReportsTo.Id',
  'ReportsTo.Name',
  'Owner.Id',
  'Owner.Name',
] as const;

const relatedRow = z.object({
  Account: relatedRecordSchema,
  ReportsTo: relatedRecordSchema,
  Owner: relatedRecordSchema,
  OpportunityContactRoles: nestedSchema(contactDeals),
  ContentDocumentLinks: nestedSchema(linkedNotes),
});

/** The whole row and four queries as one composite: roles and notes are nested in the query for the contact's parents. */
export async function readContactDetails(
  id: string,
  options: ContactDetailsOptions,
  { transport, visible }: { transport: OrgTransport; visible: VisibleFields },
): Promise<ContactDetails> {
  const { fields = CONTACT_FIELDS, deals = 50, notes = 20, interactions = {}, signal } = options;
  const { limit = 50 } = interactions;
  const check = createReadCheck('Contact');
  const contactId = check.id(id);
  if (fields !== 'all') check.fields(fields, 'fields');
  for (const [name, value] of Object.entries({ deals, notes, 'interactions.limit': limit })) check.limit(value, name);
  check.throwIfAny();

  const scope = {
    activities: { field: 'WhoId', equals: contactId },
    // An email names the people it was from and to in rows of their own. Source: Object Reference, EmailMessageRelation.
    emails: {
      field: 'Id',
      inQuery: {
        select: 'EmailMessageId',
        from: 'EmailMessageRelation',
        where: [{ field: 'RelationId', equals: contactId }],
      },
    },
  };
  const related = () =>
    queryPart({
      soql: buildQuery({
        select: [
          ...visible.choose('Contact', PARENTS),
          ...nested(contactDeals, { limit: deals, visible }),
          ...nested(linkedNotes, { limit: notes, visible }),
        ],
        from: 'Contact',
        where: [{ field: 'Id', equals: contactId }],
      }),
      row: relatedRow,
      object: 'Contact',
    });
  const read = await readVisible(
    transport,
    {
      record: { wanted: {}, required: true, part: () => recordPart('Contact', contactId) },
      related: { wanted: { Contact: PARENTS, ...wantedOf(contactDeals), ...wantedOf(linkedNotes) }, part: related },
      ...interactionParts(scope, { ...interactions, limit, visible }),
    },
    { visible, signal },
  );

  const { record, hidden } = pickFields(read.values.record ?? { Id: contactId }, fields);
  const [row] = read.values.related?.records ?? [];
  const ofContact = { parentId: contactId, visible, transport };
  return {
    record,
    account: row?.Account,
    reportsTo: row?.ReportsTo,
    owner: row?.Owner,
    deals: toRelated(row?.OpportunityContactRoles, { list: contactDeals, limit: deals, ...ofContact }),
    interactions: toTimeLine(read.values, {
      limit,
      transport,
      rest: () => interactionParts(scope, { ...interactions, limit: undefined, visible }),
    }),
    notes: toRelated(row?.ContentDocumentLinks, { list: linkedNotes, limit: notes, ...ofContact }),
    hiddenFields: [...new Set([...hidden.map((field) => `Contact.${field}`), ...read.hiddenFields])],
    hiddenObjects: read.hiddenObjects,
    apiCalls: read.apiCalls,
  };
}
