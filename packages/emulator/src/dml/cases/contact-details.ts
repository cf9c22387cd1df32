import type { DmlContext } from '../dml-context.ts';
import type { StoredRecord } from '../stored-record.ts';

/** What a case shows of its contact. Source: Object Reference, Case. */
const SHOWN: Readonly<Record<string, string>> = {
  ContactPhone: 'Phone',
  ContactMobile: 'MobilePhone',
  ContactEmail: 'Email',
  ContactFax: 'Fax',
};

/** The fields of a case that repeat its contact; all null without one. */
export function contactDetails({ org }: DmlContext, contactId: unknown): StoredRecord {
  const contact = typeof contactId === 'string' ? org.records.find('Contact', contactId) : undefined;
  return Object.fromEntries(Object.entries(SHOWN).map(([field, source]) => [field, contact?.[source] ?? null]));
}

/** After a contact changed: its cases show the new values, and count as untouched. */
export function copyContactToCases(context: DmlContext, contactId: string, changes: StoredRecord): void {
  if (!Object.values(SHOWN).some((source) => source in changes)) return;
  const object = context.org.schema.object('Case');
  if (!object) return;
  for (const row of context.org.records.findBy(object, 'ContactId', contactId)) {
    context.org.records.update('Case', String(row['Id']), contactDetails(context, contactId));
  }
}
