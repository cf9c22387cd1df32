import type { RelatedRecord } from './related-record.ts';

/** Something that happened, or is to happen, between people. A value that the user may not see is undefined. */
export type Interaction = TaskInteraction | EventInteraction | EmailInteraction;

interface AnyInteraction {
  readonly id: string;
  readonly subject: string | null | undefined;
  /**
   * When: a task's due date (`YYYY-MM-DD`; undefined where it has none), an event's start, the date of an email's message
   * (ISO 8601, UTC).
   */
  readonly at: string | undefined;
  /** ISO 8601, UTC. */
  readonly lastModifiedAt: string;
  /** The record it is about: an account, a deal, a record of another object. */
  readonly what: RelatedRecord | null | undefined;
  readonly owner: RelatedRecord | null | undefined;
}

export interface TaskInteraction extends AnyInteraction {
  readonly kind: 'task';
  /** The contact or lead it is with. */
  readonly who: RelatedRecord | null | undefined;
  readonly status: string | null | undefined;
  readonly isClosed: boolean | undefined;
  /** `Task`, `Email`, `Call`, `ListEmail`, … */
  readonly subtype: string | null | undefined;
  readonly description: string | null | undefined;
}

export interface EventInteraction extends AnyInteraction {
  readonly kind: 'event';
  readonly who: RelatedRecord | null | undefined;
  /** ISO 8601, UTC. */
  readonly endsAt: string | null | undefined;
  readonly isAllDay: boolean | undefined;
  readonly location: string | null | undefined;
  readonly description: string | null | undefined;
}

export interface EmailInteraction extends AnyInteraction {
  readonly kind: 'email';
  readonly incoming: boolean | undefined;
  readonly from: { readonly name: string | null | undefined; readonly address: string | null | undefined };
  /** Addresses as the message has them, separated by `; `. */
  readonly to: string | null | undefined;
  readonly cc: string | null | undefined;
  /** Plain text; undefined unless the read was asked for texts. */
  readonly text: string | null | undefined;
  /** The task that Salesforce keeps beside an email; it is not listed a second time. */
  readonly taskId: string | null | undefined;
}
