import type { NoteBody } from '../notes/note-body.ts';
import type { RequestOptions } from '../transport/request-options.ts';

export interface NewNote {
  /** Plain text, 1–255 characters, not blank. */
  readonly title: string;
  readonly body: NoteBody;
  /** Ids of the records that show the note. */
  readonly links: readonly string[];
}

export interface Note {
  readonly id: string;
  readonly title: string;
  /** As Salesforce keeps it. */
  readonly html: string;
  /** ISO 8601, UTC. */
  readonly lastModifiedAt: string;
}

/** Enhanced notes (ContentNote). */
export interface Notes {
  /** Create a note and link it to records, all or nothing, in one API call. */
  create(
    note: NewNote,
    options?: RequestOptions,
  ): Promise<{ readonly id: string; readonly linkIds: readonly string[] }>;
  /** Two API calls: a note's text cannot be read together with its title. */
  read(id: string, options?: RequestOptions): Promise<Note>;
}
