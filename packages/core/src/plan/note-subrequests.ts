import { isReference } from '../field-value.ts';
import type { Related } from '../ledger/manifest.ts';
import { noteFields, titleProblem } from '../notes/note-fields.ts';
import { toWholeNoteHtml } from '../notes/to-note-html.ts';
import { checkRecordId } from './check-names.ts';
import { dataPath, type PlanContext } from './plan-context.ts';
import { planProblem } from './plan-problem.ts';
import type { ProblemList } from './problem-list.ts';
import { type Ids, resolveRef } from './record-body.ts';
import type { WrittenNote } from './record-write.ts';
import { idOf, plainText } from './references.ts';
import type { PlannedStep } from './write-plan.ts';

export const NOTE_REFERENCE_ID = 'note';

export interface PlannedNote {
  readonly steps: readonly PlannedStep[];
  /** The links, in the order of their steps. */
  readonly links: readonly Related[];
}

interface NoteTargets {
  readonly title: string;
  /** As Salesforce takes it. */
  readonly html: string;
  /** What shows the note: an id or a reference to one, what it is called, and where in the write it is. */
  readonly targets: readonly { readonly entityId: string; readonly to: string; readonly path: string }[];
}

/** The note, and a link to each record that shows it: the record of the write first, each record once. */
export function noteSubrequests(
  note: WrittenNote,
  {
    ids,
    recordId,
    context,
    problems,
  }: { ids: Ids; recordId: string; context: Pick<PlanContext, 'apiVersion'>; problems: ProblemList },
): PlannedNote {
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
  return problems.attempt(() => planNote({ title, html, targets }, context), { steps: [], links: [] });
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
  return planNote({ title, html, targets }, context).steps;
}

function planNote({ title, html, targets }: NoteTargets, context: Pick<PlanContext, 'apiVersion'>): PlannedNote {
  const steps: PlannedStep[] = [
    {
      kind: 'note',
      referenceId: NOTE_REFERENCE_ID,
      method: 'POST',
      url: `${dataPath(context)}/sobjects/ContentNote`,
      object: 'ContentNote',
      path: 'note',
      body: noteFields({ title: checkTitle(title), html }),
    },
  ];
  const links: Related[] = [];
  const linked = new Set<string>();
  for (const { entityId, to, path } of targets) {
    // A reference stands for itself; an id is the same record with or without its suffix.
    const record = entityId.startsWith('@{') ? entityId : entityId.slice(0, 15);
    if (linked.has(record)) continue;
    steps.push(linkStep({ entityId, path, referenceId: `link${linked.size}`, context }));
    links.push({ kind: 'link', to });
    linked.add(record);
  }
  return { steps, links };
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
