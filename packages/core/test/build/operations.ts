import type { OrgClient } from '../../src/index.ts';
import { allPages } from './all-pages.ts';
import { aWrite } from './a-write.ts';

/** Records that are there before any operation is tried. */
export interface Seeded {
  readonly accountId: string;
  readonly contactId: string;
  readonly dealId: string;
  readonly regionId: string;
  readonly noteId: string;
  /** Others of their kinds, to be deleted. */
  readonly spare: Readonly<Record<'account' | 'note' | 'region' | 'linkedNote', string>>;
}

/** One thing that a client can be asked to do, by the name of its method; what it answers, further pages included. */
export type Operations = Readonly<Record<string, (org: OrgClient, seeded: Seeded) => Promise<unknown>>>;

/**
 * Places in the answers whose values are handed on as the org answers them: fields that the caller chose, of type `unknown`, and
 * maps of which an org may lack any key.
 */
export const UNTYPED: Readonly<Record<string, RegExp>> = {
  'accounts.retrieve': /^(?!Id)/,
  'accounts.enrich': /^Fax/,
  'accounts.profile': /^compositeResponse\.0\.body\.(?!Id)/,
  'contacts.details': /^compositeResponse\.0\.body\.(?!Id)/,
  'deals.details': /^compositeResponse\.0\.body\.(?!Id)/,
  'customObjects.retrieve': /^(?!Id)/,
  'search.text': /^searchRecords\.0\./,
  'search.query': /body\.records\.0\./,
  'limits.read': /^[^.]+$|^PermissionSets\.CreateCustom$/,
  'metadata.picklistValues': /^picklistFieldValues\.(?:[^.]+$|.*attributes)/,
};

const region = { ref: 'region', object: 'Region__c', fields: { Name: 'EMEA' } } as const;
const deal = { Name: 'Acme renewal', StageName: 'Prospecting', CloseDate: '2026-12-31' } as const;

/** Every method of the client that asks the org, in an order in which each has what it needs. */
export const OPERATIONS: Operations = {
  'accounts.retrieve': async (org, { accountId }) => org.accounts.retrieve(accountId, { fields: ['Name', 'Industry'] }),
  'accounts.create': async (org) => org.accounts.create({ Name: 'Acme' }),
  'accounts.update': async (org, { accountId }) => org.accounts.update(accountId, { Phone: '1' }),
  'accounts.upsert': async (org) => org.accounts.upsert({ field: 'External_Id__c', value: 'x' }, { Name: 'Acme' }),
  'accounts.enrich': async (org, { accountId }) => org.accounts.enrich(accountId, { Fax: { value: '2' } }),
  'accounts.delete': async (org, { spare }) => org.accounts.delete(spare.account),
  'accounts.profile': async (org, { accountId }) => {
    const profile = await org.accounts.profile(accountId, { contacts: 1, deals: 1, notes: 1 });
    const { contacts, deals, notes } = profile;
    return {
      ...profile,
      further: [await allPages(contacts.more()), await allPages(deals.more()), await allPages(notes.more())],
    };
  },
  'contacts.details': async (org, { contactId }) => org.contacts.details(contactId),
  'contacts.setStatus': async (org, { contactId }) =>
    org.contacts.setStatus(contactId, { field: 'External_Id__c', value: 'active' }),
  'contacts.insights.append': async (org, { contactId }) =>
    org.contacts.insights.append({
      contactId,
      topic: 'Budget',
      content: { text: 'x' },
      source: 'drift',
      date: '2026-01-31',
    }),
  'contacts.insights.of': async (org, { contactId }) => org.contacts.insights.of(contactId),
  'contacts.insights.read': async (org, { contactId }) => org.contacts.insights.read(contactId, 'Budget'),
  'deals.create': async (org) => org.deals.create(deal, { pipeline: 'Enterprise' }),
  'deals.details': async (org, { dealId }) => org.deals.details(dealId),
  'deals.moveStage': async (org, { dealId }) => org.deals.moveStage(dealId, { to: 'Closed Won' }),
  'deals.logProgression': async (org, { dealId }) =>
    org.deals.logProgression(dealId, {
      key: 'drift-progression',
      connectionId: 'connection-1',
      to: 'Prospecting',
      reason: 'x',
    }),
  'deals.contactRoles.list': async (org, { dealId }) => org.deals.contactRoles.list(dealId),
  // Each of the others is one change of these.
  'deals.contactRoles.apply': async (org, { dealId, contactId }) =>
    org.deals.contactRoles.apply(dealId, [
      { do: 'change', of: { contactId }, to: 'Influencer' },
      { do: 'setPrimary', of: { contactId } },
    ]),
  'pipelines.list': async (org) => org.pipelines.list(),
  'pipelines.changes': async (org) => org.pipelines.changes({ fingerprint: '', pipelines: [] }),
  'customObjects.retrieve': async (org, { regionId }) =>
    org.customObjects.retrieve('Region__c', regionId, { fields: ['Name'] }),
  'customObjects.create': async (org) => org.customObjects.create('Region__c', { Name: 'EMEA' }),
  'customObjects.update': async (org, { regionId }) =>
    org.customObjects.update('Region__c', regionId, { Label__c: 'x' }),
  'customObjects.upsert': async (org) =>
    org.customObjects.upsert('Region__c', { field: 'Code__c', value: 'new' }, { Name: 'EMEA' }),
  'customObjects.find': async (org) => org.customObjects.find('Region__c', { Code__c: 'E' }),
  'customObjects.lookUp': async (org) => org.customObjects.lookUp('Region__c', { Code__c: 'E' }),
  'customObjects.delete': async (org, { spare }) => org.customObjects.delete('Region__c', spare.region),
  'notes.create': async (org, { accountId }) =>
    org.notes.create({ title: 'Kick-off', body: { text: 'x' }, links: [accountId] }),
  'notes.of': async (org, { accountId }) => org.notes.of(accountId),
  'notes.read': async (org, { noteId }) => org.notes.read(noteId),
  'notes.update': async (org, { noteId }) => {
    const read = await org.notes.read(noteId);
    return org.notes.update(noteId, { body: { text: 'changed' } }, { read });
  },
  'notes.link': async (org, { noteId, contactId }) => org.notes.link(noteId, [contactId]),
  'notes.unlink': async (org, { spare, dealId }) => org.notes.unlink(spare.linkedNote, [dealId]),
  'notes.delete': async (org, { spare }) => org.notes.delete(spare.note),
  'search.text': async (org) => org.search.text('Acme'),
  'search.query': async (org) => org.search.query({ select: ['Id', 'Name'], from: 'Account', limit: 2 }),
  'changes.since': async (org) => allPages(org.changes.since('Region__c', undefined)),
  'limits.read': async (org) => org.limits.read(),
  'metadata.describe': async (org) => org.metadata.describe('Region__c'),
  'metadata.objects': async (org) => org.metadata.objects(),
  'metadata.picklistValues': async (org) => org.metadata.picklistValues('Opportunity', '012000000000000AAA'),
  'metadata.layouts': async (org) => org.metadata.layouts('Region__c'),
  'metadata.layout': async (org) => org.metadata.layout('Region__c', '012000000000000AAA'),
  'requirements.for': async (org) => org.requirements.for('Region__c'),
  'requirements.check': async (org) => org.requirements.check({ object: 'Region__c', fields: { Label__c: 'x' } }),
  'requirements.candidates': async (org) => org.requirements.candidates('Region__c'),
  'writes.send': async (org, { accountId, contactId }) =>
    org.writes.send(
      org.writes.plan(
        aWrite({
          key: 'drift',
          required: [{ ...region, match: { Name: 'EMEA', Code__c: 'E' } }],
          record: { match: { External_Id__c: 'x' }, fields: { ...deal, AccountId: accountId } },
          roles: [{ contactId, role: 'Decision Maker' }],
          tasks: [{ subject: 'Called' }],
          note: { title: 'Call', body: { text: 'x' }, links: [accountId] },
        }),
      ),
    ),
  'ledger.find': async (org) => org.ledger.find('connection-1/drift'),
};
