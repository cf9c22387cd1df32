import { parsePart } from '../transport/parse-part.ts';
import { writtenHtml } from '../notes/note-fields.ts';
import type { CreatedNote, NewNote, WriteNoteOptions } from '../objects/notes.ts';
import { noteRequest } from '../plan/note-subrequests.ts';
import { savedSchema } from '../transport/answer-schemas.ts';
import { type CallMeter, createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import { sendAllOrNone } from './send-all-or-none.ts';

export async function createNote(
  { title, body, links }: NewNote,
  { notAllowed, signal }: WriteNoteOptions,
  transport: OrgTransport,
  meter: CallMeter = createCallMeter(),
): Promise<CreatedNote> {
  const { html, removed } = writtenHtml(body, notAllowed);
  const steps = noteRequest({ title, html, links }, transport).map((step) => {
    const { object, path } = step;
    return { ...step, attempt: { verb: 'create', object, path } as const };
  });
  const answers = await sendAllOrNone(transport, steps, { signal, meter });
  const [id = '', ...linkIds] = answers.map(
    (answer, index) => parsePart(savedSchema, answer, steps[index]?.attempt ?? { verb: 'create' }).id,
  );
  return { id, linkIds, removed };
}
