import type { NoteBody } from '../notes/note-body.ts';
import type { Match, Reference, WriteFields } from '../field-value.ts';

/** The objects a write may be about. */
export type WrittenObject = 'Account' | 'Contact' | 'Opportunity';

/** A record that has to be there before the one that is written. */
export interface RequiredRecord {
  /** How `{ ref }` names it elsewhere in this write; unique, never `record`. */
  readonly ref: string;
  /** API name, e.g. `Region__c`. */
  readonly object: string;
  /** Find it by these values, create it when there is none. @default always create */
  readonly match?: Match | undefined;
  /**
   * What happens to a record that was found. `update` writes `fields` to it, `keep` leaves it as it is.
   * @default 'update' when matched by one External Id field (Salesforce's upsert), else 'keep'
   */
  readonly whenFound?: 'keep' | 'update' | undefined;
  readonly fields: WriteFields;
}

/** The record that the write is about. With `id` it is updated, with `match` upserted, with neither created. */
export interface WrittenRecord {
  readonly id?: string | undefined;
  readonly match?: Match | undefined;
  /** Record type, by developer name or id. @default the user's default record type */
  readonly pipeline?: string | undefined;
  readonly fields: WriteFields;
  /** What was decided on before it was written: with an `id` only. @default written whatever others have written */
  readonly basedOn?: ReadState | undefined;
}

/** A record as it was read. A write that is based on it is undone as a whole where the record has been changed since. */
export interface ReadState {
  /** The record's `LastModifiedDate`. Salesforce tells whole seconds apart. */
  readonly modifiedAt: string;
  /** What mattered, by field; the ledger keeps it beside the write. @default nothing */
  readonly was?: Readonly<Record<string, string | null>> | undefined;
}

/** A contact that takes part in the deal: one OpportunityContactRole. */
export interface WrittenRole {
  readonly contactId: string | Reference;
  /** A value of the org's Role picklist. */
  readonly role?: string | undefined;
  /** @default false */
  readonly isPrimary?: boolean | undefined;
}

/** A contact role that is there already, with another role, or as the primary one, which no other is then. */
export interface ChangedRole {
  /** Of the role (OpportunityContactRole). */
  readonly id: string;
  /** A value of the org's Role picklist; null empties it. @default as it is */
  readonly role?: string | null | undefined;
  /** @default as it is */
  readonly isPrimary?: boolean | undefined;
}

/** A contact role that is taken away from the deal. */
export interface RemovedRole {
  /** Of the role (OpportunityContactRole). */
  readonly id: string;
  readonly remove: true;
}

/** Something that was done with the record, or is to be: a Task on its time line. */
export interface WrittenTask {
  /** Plain text, 1–255 characters, not blank. */
  readonly subject: string;
  /** Plain text, at most 32,000 characters. */
  readonly description?: string | undefined;
  /** A value of the org's Status picklist. @default 'Completed' */
  readonly status?: string | undefined;
  /** When it is due, or was done: `YYYY-MM-DD`. */
  readonly date?: string | undefined;
  /** With whom. @default the record itself where it is a contact, else nobody */
  readonly contactId?: string | Reference | undefined;
  /** Further fields of Task, by API name. */
  readonly fields?: WriteFields | undefined;
}

/** An enhanced note (ContentNote), linked to the record and to `links`. */
export interface WrittenNote {
  /** Plain text, 1–255 characters, not blank. */
  readonly title: string;
  readonly body: NoteBody;
  /** Further records that show the note. The record itself always does. @default [] */
  readonly links?: readonly (string | Reference)[] | undefined;
}

/** One write: what is required first, the record, its contact roles, its tasks and its note, under the caller's idempotency key. */
export interface RecordWrite {
  /** The caller's idempotency key, unique per connection. */
  readonly key: string;
  readonly connectionId: string;
  /** Who asked, as the ledger shows it, e.g. `writeDeal`; at most 40 characters. */
  readonly operation: string;
  readonly object: WrittenObject;
  /** SHA-256 of the write's content, 64 hex digits: kept in the ledger to tell a repeated key from a reused one. */
  readonly contentHash: string;
  readonly required?: readonly RequiredRecord[] | undefined;
  readonly record: WrittenRecord;
  /** Opportunity only: roles that are added, changed or removed. At most one of them becomes the primary one. */
  readonly roles?: readonly (WrittenRole | ChangedRole | RemovedRole)[] | undefined;
  readonly tasks?: readonly WrittenTask[] | undefined;
  readonly note?: WrittenNote | undefined;
}
