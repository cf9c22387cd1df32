import { checkNoteId, checkState } from '../note-records/check-note.ts';
import { createNote } from '../note-records/create-note.ts';
import { deleteNote } from '../note-records/delete-note.ts';
import { linkNote } from '../note-records/link-note.ts';
import { notesOf } from '../note-records/notes-of.ts';
import { readNote } from '../note-records/read-note.ts';
import { unlinkNote } from '../note-records/unlink-note.ts';
import { updateNote } from '../note-records/update-note.ts';
import { writtenHtml } from '../notes/note-fields.ts';
import { checkTitle } from '../plan/note-subrequests.ts';
import { planProblem } from '../plan/plan-problem.ts';
import { createProblemList } from '../plan/problem-list.ts';
import { createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { Notes } from './notes.ts';

/** Source: Object Reference, ContentNote and ContentDocumentLink. */
export function createNotes(transport: OrgTransport): Notes {
  return {
    create: async (note, options = {}) => createNote(note, options, transport),
    of: async (recordId, options = {}) => notesOf(recordId, options, transport),
    read: async (id, options = {}) => readNote(id, options, transport),

    async update(id, { title, body }, { read, notAllowed, signal }) {
      const problems = createProblemList();
      const noteId = checkNoteId(id, problems);
      const state = checkState(read, problems);
      const checkedTitle = title === undefined ? undefined : problems.attempt(() => checkTitle(title), '');
      const text = body === undefined ? undefined : problems.attempt(() => writtenHtml(body, notAllowed), undefined);
      if (title === undefined && body === undefined) problems.attempt(nothingToChange, undefined);
      problems.throwIfAny();

      const meter = createCallMeter();
      const update = { id: noteId, title: checkedTitle, html: text?.html, read: state };
      const updated = await updateNote(transport, update, { meter, signal });
      return { id: noteId, ...updated, removed: text?.removed ?? [], apiCalls: meter.calls };
    },

    link: async (id, recordIds, options) => linkNote(id, recordIds, { ...options, transport }),
    unlink: async (id, recordIds, options) => unlinkNote(id, recordIds, { ...options, transport }),
    delete: async (id, options) => deleteNote(id, { ...options, transport }),
  };
}

function nothingToChange(): never {
  throw planProblem('invalidNote', {
    path: 'note',
    what: 'neither a title nor a text is given',
    remedy: 'Give what shall change.',
    object: 'ContentNote',
  });
}
