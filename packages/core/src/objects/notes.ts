import type { Note, NoteState, ReadNoteOptions } from '../note-records/note.ts';
import type { NoteBody } from '../notes/note-body.ts';
import type { RemovedPart } from '../notes/removed-parts.ts';
import type { LinkedNote } from '../reads/linked-notes.ts';
import type { Section } from '../reads/section.ts';
import type { RequestOptions } from '../transport/request-options.ts';

/** What becomes of a text that an enhanced note cannot hold as it is. */
export interface WriteNoteOptions extends RequestOptions {
  /**
   * - `refuse`: nothing is written, and a NoteHtmlNotAllowedError names the first such part;
   * - `remove`: it is left out or shown in another way, as `toNoteHtml` does, and said in `removed`.
   *
   * Characters that cannot be seen are left out in any case.
   * @default 'refuse'
   */
  readonly notAllowed?: 'refuse' | 'remove';
}

export interface NewNote {
  /** Plain text, 1–255 characters, not blank. */
  readonly title: string;
  readonly body: NoteBody;
  /** Ids of the records that show the note. */
  readonly links: readonly string[];
}

export interface CreatedNote {
  /** 18 characters. */
  readonly id: string;
  /** Of the ContentDocumentLinks, in the order of `links`, each record once. */
  readonly linkIds: readonly string[];
  /** What the note could not hold; empty when it says all that it was given. */
  readonly removed: readonly RemovedPart[];
}

/** What becomes of a note; what is left out stays as it is. */
export interface NoteChanges {
  /** Plain text, 1–255 characters, not blank. A title alone makes no new version. */
  readonly title?: string;
  readonly body?: NoteBody;
}

export interface UpdatedNote extends NoteState {
  readonly id: string;
  readonly versionNumber: number;
  /** `alreadyThere`: the note said exactly this, so nothing was written: after a lost answer the update can be sent again. */
  readonly outcome: 'updated' | 'alreadyThere';
  readonly removed: readonly RemovedPart[];
  readonly apiCalls: number;
}

/** The notes of a record. */
export interface NotesOfRecord extends Section<LinkedNote> {
  readonly apiCalls: number;
}

export interface NotesOfOptions extends RequestOptions {
  /** How many notes to give at once, 0–200. @default 50 */
  readonly limit?: number;
}

export interface LinkedRecords {
  /** Each record once, in the order given. */
  readonly links: readonly {
    readonly recordId: string;
    /** Of the ContentDocumentLink. */
    readonly linkId: string;
    readonly outcome: 'linked' | 'alreadyLinked';
  }[];
  readonly apiCalls: number;
}

export interface UnlinkedRecords {
  /** Each record once, in the order given. */
  readonly links: readonly { readonly recordId: string; readonly outcome: 'unlinked' | 'notLinked' }[];
  readonly apiCalls: number;
}

export interface DeletedNote {
  /** 18 characters. */
  readonly id: string;
  /** `alreadyGone`: it was deleted before, or there is no such note for this user. */
  readonly outcome: 'deleted' | 'alreadyGone';
  readonly apiCalls: number;
}

/** Enhanced notes (ContentNote). Source: Object Reference, ContentNote, ContentVersion and ContentDocumentLink. */
export interface Notes {
  /** Create a note and link it to records, all or nothing, in one API call. */
  create(note: NewNote, options?: WriteNoteOptions): Promise<CreatedNote>;
  /**
   * The notes that are linked to a record, the last changed first, in one API call. For a record that does not exist, or
   * that the user may not see, there are none: Salesforce does not tell them apart.
   */
  of(recordId: string, options?: NotesOfOptions): Promise<NotesOfRecord>;
  /**
   * A note with its text, the records that it is linked to, and its versions. Two API calls: the text is binary data, which
   * Salesforce gives only by itself and never within a composite, so it follows the one request for all the rest. It is the
   * text of exactly the version that is told of, even where somebody saves another one in between.
   * @throws RecordNotFoundError where there is no such note, or the user may not see it
   */
  read(id: string, options?: ReadNoteOptions): Promise<Note>;
  /**
   * Change the text (as a new version) or title of a note, unless somebody has changed it since it was read; one API call.
   * The version is compared in the request that writes, and the time of the last change by `If-Unmodified-Since`, which
   * tells whole seconds apart. `read`: the `versionId` and `lastModifiedAt` that `notes.read` or an update answered.
   * @throws RecordChangedError, which says who changed it and when; nothing is written then
   */
  update(
    id: string,
    changes: NoteChanges,
    options: WriteNoteOptions & { readonly read: NoteState },
  ): Promise<UpdatedNote>;
  /**
   * Link a note to further records, all or none of them, in one API call; where it was linked to some of them before, in
   * up to three.
   */
  link(id: string, recordIds: readonly string[], options?: RequestOptions): Promise<LinkedRecords>;
  /** Unlink a note from records, all or none of them. Two API calls, one where it was linked to none of them. */
  unlink(id: string, recordIds: readonly string[], options?: RequestOptions): Promise<UnlinkedRecords>;
  /** Delete a note with its versions and links, for everybody. One API call. */
  delete(id: string, options?: RequestOptions): Promise<DeletedNote>;
}
