import type { RemovedPart } from '../notes/removed-parts.ts';
import type { LinkAccess } from '../reads/linked-notes.ts';
import type { RelatedRecord } from '../reads/related-record.ts';
import type { Section } from '../reads/section.ts';
import type { RequestOptions } from '../transport/request-options.ts';

/** By what a later write tells whether a note is still as it was read. Plain data, to be kept as long as one likes. */
export interface NoteState {
  /** The latest version: 18 characters, of a ContentVersion. */
  readonly versionId: string;
  /** When its text or title was last changed. ISO 8601, UTC, whole seconds. */
  readonly lastModifiedAt: string;
}

/** An enhanced note. */
export interface Note extends NoteState {
  /** 18 characters. */
  readonly id: string;
  readonly title: string;
  /** Its text in the one normal form in which this package writes notes: `<p> <br> <b> <i> <u> <strike> <ul> <ol> <li> <a>`. */
  readonly html: string;
  /** The same as Markdown; made when it is asked for. */
  readonly markdown: string;
  /** The same as plain text; made when it is asked for. */
  readonly text: string;
  /** The HTML as Salesforce keeps it, with what `html` does not show: pictures, colours, tables that people put in. */
  readonly storedHtml: string;
  /** What `storedHtml` has and `html` has not; empty for notes that this package wrote. */
  readonly removed: readonly RemovedPart[];
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly author: RelatedRecord | null | undefined;
  readonly lastModifiedBy: RelatedRecord | null | undefined;
  /** Of the latest version, from 1. */
  readonly versionNumber: number;
  /** Everything that it is linked to, its owner (a User) included. */
  readonly links: Section<NoteLink>;
  /** Newest first. */
  readonly versions: Section<NoteVersion>;
  /** 2. */
  readonly apiCalls: number;
}

/** Something that shows the note: a record, a user, a group, a library. `id` is that of the ContentDocumentLink. */
export interface NoteLink extends LinkAccess {
  /** Its object and name are unknown where the user may not see it. */
  readonly record: RelatedRecord;
  /** False: the note is linked to something that this user may not see. */
  readonly isVisible: boolean;
}

/** One state of the note's text. */
export interface NoteVersion {
  /** 18 characters, of the ContentVersion. */
  readonly id: string;
  /** From 1. */
  readonly number: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly author: RelatedRecord | null | undefined;
  /** Of its HTML as UTF-8. */
  readonly bytes: number;
}

export interface ReadNoteOptions extends RequestOptions {
  /** How many links to give at once, 0–200. @default 50 */
  readonly links?: number;
  /** How many versions to give at once, 0–200. @default 20 */
  readonly versions?: number;
}
