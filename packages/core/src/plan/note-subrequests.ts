import { isReference } from '../field-value.ts';
import type { Related } from '../ledger/manifest.ts';
import { noteFields, titleProblem } from '../notes/note-fields.ts';
import { checkRecordId } from './check-names.ts';
import { dataPath, type PlanContext } from './plan-context.ts';
import { planProblem } from './plan-problem.ts';
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

/** The note, and a link to each record that shows it: the record of the write first, each record once. */
export function noteSubrequests(
  note: WrittenNote,
  { ids, recordId, context }: { ids: Ids; recordId: string; context: PlanContext },
): PlannedNote {
  const problem = titleProblem(note.title);
  if (problem !== undefined) {
    throw planProblem('invalidNote', {
      path: 'note.title',
      what: problem,
      remedy: 'Give the note a title of 1 to 255 characters.',
      object: 'ContentNote',
      field: 'Title',
    });
  }
  const steps: PlannedStep[] = [
    {
      kind: 'note',
      referenceId: NOTE_REFERENCE_ID,
      method: 'POST',
      url: `${dataPath(context)}/sobjects/ContentNote`,
      object: 'ContentNote',
      path: 'note',
      body: noteFields({ title: plainText(note.title, 'note.title'), body: note.body }),
    },
  ];
  const links: Related[] = [];
  const linked = new Set<string>();
  const link = (entityId: string, to: string, path: string): void => {
    // A reference stands for itself; an id is the same record with or without its suffix.
    const record = entityId.startsWith('@{') ? entityId : entityId.slice(0, 15);
    if (linked.has(record)) return;
    steps.push(linkStep({ entityId, path, referenceId: `link${linked.size}`, context }));
    links.push({ kind: 'link', to });
    linked.add(record);
  };

  link(recordId, 'record', 'note.links');
  for (const [index, target] of (note.links ?? []).entries()) {
    const path = `note.links[${index}]`;
    const to = isReference(target) ? target.ref : checkRecordId(target, path);
    link(isReference(target) ? resolveRef(target.ref, { path, ids }) : to, to, path);
  }
  return { steps, links };
}

/** Viewers by the link, and everyone who sees the record: the pair that orgs without Experience Cloud sites accept too. */
function linkStep(options: { entityId: string; path: string; referenceId: string; context: PlanContext }): PlannedStep {
  return {
    kind: 'link',
    referenceId: options.referenceId,
    method: 'POST',
    url: `${dataPath(options.context)}/sobjects/ContentDocumentLink`,
    object: 'ContentDocumentLink',
    path: options.path,
    body: {
      ContentDocumentId: idOf(NOTE_REFERENCE_ID),
      LinkedEntityId: options.entityId,
      ShareType: 'V',
      Visibility: 'AllUsers',
    },
  };
}
