import type { Manifest } from '../ledger/manifest.ts';
import { LEDGER_STATE_WRITTEN } from '../package-schema.ts';
import { NOTE_REFERENCE_ID } from './note-subrequests.ts';
import { dataPath, type PlanContext } from './plan-context.ts';
import { planProblem } from './plan-problem.ts';
import type { ProblemList } from './problem-list.ts';
import type { RecordWrite } from './record-write.ts';
import { idOf, plainText } from './references.ts';
import type { PlannedStep } from './write-plan.ts';

/** The row that proves a part of the write, last in its request: it holds the ids of everything before it, each as a whole value. */
export function ledgerRow(
  write: RecordWrite,
  options: {
    readonly key: string;
    readonly referenceId: string;
    /** Undefined as long as the record is not written. */
    readonly recordId: string | undefined;
    readonly hasNote: boolean;
    /** In the order of `manifest.related`. */
    readonly relatedIds: readonly string[];
    readonly manifest: Manifest;
    readonly context: PlanContext;
  },
): PlannedStep {
  const { schema } = options.context;
  const { fields } = schema;
  const related: Record<string, string> = {};
  for (const [index, id] of options.relatedIds.entries()) {
    const field = fields.relatedIds[index];
    if (field !== undefined) related[field] = id;
  }
  return {
    kind: 'ledger',
    referenceId: options.referenceId,
    method: 'POST',
    url: `${dataPath(options.context)}/sobjects/${schema.object}`,
    object: schema.object,
    path: 'key',
    body: {
      [fields.key]: options.key,
      [fields.connection]: write.connectionId,
      [fields.operation]: write.operation,
      [fields.object]: write.object,
      [fields.state]: LEDGER_STATE_WRITTEN,
      [fields.contentHash]: write.contentHash,
      ...(options.recordId === undefined ? {} : { [fields.recordId]: options.recordId }),
      ...(options.hasNote ? { [fields.noteId]: idOf(NOTE_REFERENCE_ID) } : {}),
      [fields.related]: JSON.stringify(options.manifest),
      ...related,
    },
  };
}

/** The ledger's fields hold text of a certain length, and Salesforce trims it: what would not come back as it went is refused. */
export function checkLedgerValues(write: RecordWrite, problems: ProblemList): void {
  const limits = { key: 200, connectionId: 54, operation: 40, contentHash: 64 } as const;
  for (const [name, limit] of Object.entries(limits)) {
    const value = write[name as keyof typeof limits];
    problems.attempt(() => checkLedgerValue(value, { name, limit }), undefined);
  }
}

function checkLedgerValue(value: string, { name, limit }: { name: string; limit: number }): void {
  plainText(value, name);
  const slash = name === 'connectionId' && value.includes('/');
  if (value !== '' && value.length <= limit && value.trim() === value && !/\p{Cc}/u.test(value) && !slash) return;
  throw planProblem('invalidValue', {
    path: name,
    what: `${name} must have 1 to ${limit} printable characters, no white space at its ends${slash ? ', and no "/"' : ''}`,
    remedy: `Choose another ${name}.`,
  });
}
