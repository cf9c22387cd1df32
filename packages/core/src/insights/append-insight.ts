import { RecordInvalidError, RecordLockedError, RecordNotFoundError } from '../errors/api-errors.ts';
import { LedgerUnavailableError, RecordChangedError } from '../errors/write-errors.ts';
import { createNote } from '../note-records/create-note.ts';
import { deleteNote } from '../note-records/delete-note.ts';
import { readVersionHtml } from '../note-records/read-version-html.ts';
import { updateNote } from '../note-records/update-note.ts';
import { NOTE_BYTES_LIMIT } from '../notes/note-fields.ts';
import type { WriteNoteOptions } from '../objects/notes.ts';
import type { PackageSchema } from '../package-schema.ts';
import { createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import { type CheckedInsight, checkInsight } from './check-insight.ts';
import type { AppendedInsight, NewInsight } from './contact-insights.ts';
import { createInsightNote, firstClaim, nextClaim } from './create-insight-note.ts';
import { findInsights, type FoundInsights } from './find-insights.ts';
import { hasSection, withSection } from './insight-section.ts';

/** How often it is read and decided before it is given up. */
const ATTEMPTS = 8;
/** The longest pause after a lost race, so that not all who lost it come back at the same moment. */
const PAUSE_MS = 250;

interface Written {
  readonly noteId: string;
  readonly outcome: AppendedInsight['outcome'];
}

/** Finds the topic's note, reads it and writes it with the new section on top; makes it where there is none. */
export async function appendInsight(
  given: NewInsight,
  options: WriteNoteOptions,
  { transport, schema }: { transport: OrgTransport; schema: PackageSchema },
): Promise<AppendedInsight> {
  const insight = checkInsight(given, options);
  const { signal } = options;
  const meter = createCallMeter();
  const metered = { signal, meter };
  let reads = 0;
  let lostClaim = false;

  for (let decidedAgain = 0; decidedAgain < ATTEMPTS; decidedAgain += 1) {
    if (decidedAgain > 0) await transport.wait(Math.random() * PAUSE_MS * decidedAgain, signal);
    const found = await find();
    const [note, ...others] = found;
    const written = note === undefined ? await make() : await add(note);
    if (written !== undefined) {
      const { title, removed } = insight;
      const otherNoteIds = others.map(({ noteId }) => noteId);
      return { ...written, title, removed, decidedAgain, otherNoteIds, apiCalls: meter.calls + reads };
    }
  }
  throw keptChanging(insight);

  async function find(): Promise<readonly FoundInsights[]> {
    const { notes, apiCalls } = await findInsights(transport, insight, { signal });
    reads += apiCalls;
    return notes;
  }

  /** Undefined: somebody has changed the note, or deleted it, since it was found. */
  async function add({ noteId, versionId }: FoundInsights): Promise<Written | undefined> {
    try {
      const { html, answeredAt } = await readVersionHtml(transport, { noteId, versionId }, metered);
      if (hasSection(html, insight.section)) return { noteId, outcome: 'alreadyThere' };
      const longer = withSection(html, insight.section);
      if (Buffer.byteLength(longer) > NOTE_BYTES_LIMIT) throw tooLong(insight, noteId);
      const read = { versionId, lastModifiedAt: answeredAt };
      await updateNote(transport, { id: noteId, html: longer, read }, metered);
      return { noteId, outcome: 'appended' };
    } catch (error) {
      if (error instanceof RecordChangedError || error instanceof RecordNotFoundError) return undefined;
      throw error;
    }
  }

  /** Undefined: somebody else has made it. */
  async function make(): Promise<Written | undefined> {
    const first = firstClaim(insight);
    try {
      // The claim was made before, and yet there is no note: it was deleted, renamed or unlinked.
      const claim = lostClaim ? await nextClaim(transport, { first, schema }, metered) : first;
      const noteId = await createInsightNote(transport, { insight, claim, schema }, metered);
      lostClaim = noteId === undefined;
      return noteId === undefined ? undefined : { noteId, outcome: 'created' };
    } catch (error) {
      if (error instanceof LedgerUnavailableError) return makeUnclaimed();
      throw error;
    }
  }

  /** Without the ledger nothing keeps two from making it: then the younger one is taken back. */
  async function makeUnclaimed(): Promise<Written | undefined> {
    const { contactId, title, section } = insight;
    const { id } = await createNote(
      { title, body: { html: section }, links: [contactId] },
      { signal },
      transport,
      meter,
    );
    const [oldest] = await find();
    if (oldest === undefined || oldest.noteId === id) return { noteId: id, outcome: 'created' };
    reads += (await deleteNote(id, { transport, signal })).apiCalls;
    return undefined;
  }
}

function tooLong({ title, contactId }: CheckedInsight, noteId: string): RecordInvalidError {
  const remedy = 'Go on under another topic.';
  return new RecordInvalidError({
    message: `Cannot add to the note "${title}" of the contact ${contactId}: it would be longer than the ${NOTE_BYTES_LIMIT} bytes that a note can have. Nothing was written. ${remedy}`,
    remedy,
    fixedBy: 'user',
    outcome: 'notApplied',
    errorCode: 'STRING_TOO_LONG',
    object: 'ContentNote',
    fields: ['Content'],
    recordId: noteId,
    path: 'content',
  });
}

function keptChanging({ title, contactId }: CheckedInsight): RecordLockedError {
  const remedy = 'Try again in a minute.';
  return new RecordLockedError({
    message: `Could not add to the note "${title}" of the contact ${contactId}: others changed it each time between its reading and its writing. Nothing was written. ${remedy}`,
    remedy,
    fixedBy: 'salesforce',
    outcome: 'notApplied',
    retryable: true,
    object: 'ContentNote',
  });
}
