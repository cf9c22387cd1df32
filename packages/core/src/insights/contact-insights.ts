import type { NoteBody } from '../notes/note-body.ts';
import type { RemovedPart } from '../notes/removed-parts.ts';
import type { NotesOfRecord, WriteNoteOptions } from '../objects/notes.ts';
import type { RequestOptions } from '../transport/request-options.ts';

/** Something that was learned of a person. */
export interface NewInsight {
  /** Id of the contact. */
  readonly contactId: string;
  /** What it is about, in one line of at most 245 characters, e.g. `Budget`; spelt alike each time. */
  readonly topic: string;
  readonly content: NoteBody;
  /** Where it comes from, in one line of at most 255 characters, e.g. `Call with Ann`. */
  readonly source: string;
  /** When it was learned: `2026-11-24`, or a date-time with its zone, which is shown to the minute in UTC. */
  readonly date: string;
}

export interface AppendedInsight {
  /** Of the topic's note. */
  readonly noteId: string;
  /** The note's title: `Insights: ` and the topic. */
  readonly title: string;
  /** `alreadyThere`: the note has this very section, so nothing was written: it can be sent again after a lost answer. */
  readonly outcome: 'created' | 'appended' | 'alreadyThere';
  /** What the note could not hold of the content. */
  readonly removed: readonly RemovedPart[];
  /** How often it was read and decided again, since someone else wrote to the note at the same moment. */
  readonly decidedAgain: number;
  /** Further notes of the contact with this title, which are left alone: the oldest one is kept. */
  readonly otherNoteIds: readonly string[];
  /** 3 for an existing note, 2 for a new one, when nobody else is writing. */
  readonly apiCalls: number;
}

/** One entry of a note of insights. */
export interface InsightSection {
  /** As it is shown: `2026-11-24` or `2026-11-24T09:30Z`. Undefined for what stands above the first heading. */
  readonly date: string | undefined;
  readonly source: string | undefined;
  /** Without its heading. */
  readonly html: string;
  readonly markdown: string;
  readonly text: string;
}

/** All insights on one topic. */
export interface TopicInsights {
  readonly noteId: string;
  readonly topic: string;
  readonly title: string;
  /** Newest first, as they were added; people may have changed the note. */
  readonly sections: readonly InsightSection[];
  /** The whole note. */
  readonly html: string;
  readonly otherNoteIds: readonly string[];
  readonly apiCalls: number;
}

export interface InsightsOptions extends RequestOptions {
  /** How many notes to give at once, 0–200. @default 50 */
  readonly limit?: number;
}

/**
 * What is known of people beside their fields: an enhanced note for each contact and topic, which is kept and added to.
 * Its title is `Insights: ` and the topic, so that it is found again, by people too.
 */
export interface ContactInsights {
  /**
   * Add a section with date and source to the topic's note, the newest on top; the first one makes the note. What others
   * write at the same moment is kept: the note is read and decided again, up to eight times. Two who make the first note at
   * the same moment make one, since each claims it in the package's ledger; in an org without the package the later one is
   * taken back, which can leave two where both were made in the same second.
   * @throws RecordInvalidError, PlanInvalidError or NoteHtmlNotAllowedError with all that is wrong, before anything is sent;
   * RecordInvalidError (`STRING_TOO_LONG`) where the note would be longer than a note can be, so that it is time for another
   * topic; RecordLockedError when others keep changing it
   */
  append(insight: NewInsight, options?: WriteNoteOptions): Promise<AppendedInsight>;
  /**
   * The contact's notes of insights, the last changed first, in one API call: those whose title begins with `Insights: `,
   * after which comes the topic.
   */
  of(contactId: string, options?: InsightsOptions): Promise<NotesOfRecord>;
  /** All that is known on a topic; undefined where there is nothing yet. Two API calls: the text comes by itself. */
  read(contactId: string, topic: string, options?: RequestOptions): Promise<TopicInsights | undefined>;
}
