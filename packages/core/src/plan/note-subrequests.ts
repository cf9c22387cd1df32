import { isReference } from '../field-value.ts';
import { noteFields, titleProblem } from '../notes/note-fields.ts';
import { toWholeNoteHtml } from '../notes/to-note-html.ts';
import { checkRecordId } from './check-names.ts';
import { dataPath, type PlanContext } from './plan-context.ts';
import { planProblem } from './plan-problem.ts';
import type { ProblemList } from './problem-list.ts';
import { type Ids, resolveRef } from './record-body.ts';
import type { WrittenNote } from './record-write.ts';
import { idOf, plainText } from './references.ts';
import type { StepGroup } from './split-parts.ts';
import type { PlannedStep } from './write-plan.ts';

export const NOTE_REFERENCE_ID = 'note';

interface NoteTargets {
  readonly title: string;
  /** As Salesforce takes it. */
  readonly html: string;
  /** What shows the note: an id or a reference to one, what it is called, and where in the write it is. */
  readonly targets: readonly { readonly entityId: string; readonly to: string; readonly path: string }[];
}

/** The note with its link to the record of the write, then a link to each further record that shows it, each once. */
export function noteGroups(
  note: WrittenNote,
  {
    ids,
    recordId,
    context,
    problems,
  }: { ids: Ids; recordId: string; context: Pick<PlanContext, 'apiVersion' | 'written'>; problems: ProblemList },
): StepGroup[] {
  const links = (note.links ?? []).flatMap((target, index) => {
    const path = `note.links[${index}]`;
    return problems.attempt(() => {
      if (isReference(target)) return [{ entityId: resolveRef(target.ref, { path, ids }), to: target.ref, path }];
      const id = checkRecordId(target, path);
      return [{ entityId: id, to: id, path }];
    }, []);
  });
  const targets = [{ entityId: recordId, to: 'record', path: 'note.links' }, ...links];
  const { title } = note;
  const html = problems.attempt(() => toWholeNoteHtml(note.body).html, '');
  return problems.attempt(() => planNote({ title, html, targets }, context), []);
}

/** A note by itself, linked to records that exist. */
export function noteRequest(
  { title, html, links }: { title: string; html: string; links: readonly string[] },
  context: Pick<PlanContext, 'apiVersion'>,
): readonly PlannedStep[] {
  const targets = links.map((link, index) => {
    const path = `note.links[${index}]`;
    const id = checkRecordId(link, path);
    return { entityId: id, to: id, path };
  });
  return planNote({ title, html, targets }, context).flatMap(({ steps }) => steps);
}

function planNote(
  { title, html, targets }: NoteTargets,
  context: Pick<PlanContext, 'apiVersion' | 'written'>,
): StepGroup[] {
  const note: PlannedStep = {
    kind: 'note',
    referenceId: NOTE_REFERENCE_ID,
    method: 'POST',
    url: `${dataPath(context)}/sobjects/ContentNote`,
    object: 'ContentNote',
    path: 'note',
    body: noteFields({ title: checkTitle(title), html }),
  };
  const noteId = context.written?.note ?? idOf(NOTE_REFERENCE_ID);
  const [first, ...others] = linkGroups(targets, { noteId, context });
  if (first === undefined) return [{ steps: [note], related: [], room: 1, relatedRoom: 0 }];
  return [{ ...first, steps: [note, ...first.steps], room: 1 + first.room }, ...others];
}

function linkGroups(
  targets: NoteTargets['targets'],
  { noteId, context }: { noteId: string; context: Pick<PlanContext, 'apiVersion'> },
): StepGroup[] {
  const named = new Set<string>();
  const linked = new Set<string>();
  return targets.flatMap(({ entityId, to, path }) => {
    if (named.has(to)) return [];
    const referenceId = `link${named.size}`;
    named.add(to);
    // A reference stands for itself; an id is the same record with or without its suffix. Two names may be one record, which
    // is known once it was found: then there is one link, but still room for two, since the seams have to stay.
    const record = entityId.startsWith('@{') ? entityId : entityId.slice(0, 15);
    const room = { room: 1, relatedRoom: 1 };
    if (linked.has(record)) return [{ steps: [], related: [], ...room }];
    linked.add(record);
    const step = linkStep({ entityId, path, referenceId, noteId, context });
    return [{ steps: [step], related: [{ is: { kind: 'link', to } as const, id: idOf(referenceId) }], ...room }];
  });
}

/** The title, or a refusal that says what is wrong with it. */
export function checkTitle(title: string): string {
  const problem = titleProblem(title);
  if (problem === undefined) return plainText(title, 'note.title');
  throw planProblem('invalidNote', {
    path: 'note.title',
    what: problem,
    remedy: 'Give the note a title of 1 to 255 characters.',
    object: 'ContentNote',
    field: 'Title',
  });
}

/** Viewers by the link, and everyone who sees the record: the pair that orgs without Experience Cloud sites accept too. */
export function linkStep(options: {
  entityId: string;
  path: string;
  referenceId: string;
  /** Of the note. @default the note of the same request */
  noteId?: string;
  context: Pick<PlanContext, 'apiVersion'>;
}): PlannedStep {
  return {
    kind: 'link',
    referenceId: options.referenceId,
    method: 'POST',
    url: `${dataPath(options.context)}/sobjects/ContentDocumentLink`,
    object: 'ContentDocumentLink',
    path: options.path,
    body: {
      ContentDocumentId: options.noteId ?? idOf(NOTE_REFERENCE_ID),
      LinkedEntityId: options.entityId,
      ShareType: 'V',
      Visibility: 'AllUsers',
    },
  };
}
