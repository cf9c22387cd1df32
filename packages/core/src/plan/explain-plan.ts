import { type PlannedLookup, type PlannedPart, type PlannedStep, stepsOfPart } from './write-plan.ts';

/** One step of a plan, for a person to look at. */
export interface StepExplanation {
  /** From 1, in the order of sending. */
  readonly position: number;
  readonly referenceId: string;
  /** Where in the write it comes from, e.g. `required[0]`. */
  readonly path: string;
  readonly object: string;
  /** One sentence without values, e.g. `Create Engagement__c with Name, Region__c`. */
  readonly does: string;
  /** Whose answers it needs: the fields that hold them, and the `referenceId` of an earlier step. */
  readonly uses: readonly { readonly field: string; readonly referenceId: string }[];
}

/** One request of a plan, all or nothing. */
export interface PartExplanation {
  /** From 1. */
  readonly number: number;
  /** Positions of its steps. */
  readonly first: number;
  readonly last: number;
  /** What is there if it ends after this part, and how it goes on; undefined for the last one. */
  readonly seam: string | undefined;
}

/** What a plan will do, in words and without the values of fields. */
export interface PlanExplanation {
  /** What is read first, in one API call, or one for five matches that are looked up; empty when nothing is. */
  readonly readsFirst: readonly PlannedRead[];
  readonly steps: readonly StepExplanation[];
  /** The requests that the steps are sent in: more than one where a composite request does not hold them all. */
  readonly parts: readonly PartExplanation[];
  readonly apiCalls: number;
  /** All of it as lines for a log or a terminal. */
  readonly text: string;
}

/** Something that is read first, in words and without values. */
export interface PlannedRead {
  readonly path: string;
  readonly object: string;
  readonly does: string;
}

/** What a plan has that can be explained: one of a write, of a move of a deal, of changes to its contact roles. */
export interface ExplainablePlan {
  /** @default [] */
  readonly lookups?: readonly PlannedLookup[];
  /** @default [] */
  readonly reads?: readonly PlannedRead[];
  readonly steps: readonly PlannedStep[];
  /** @default all in one */
  readonly parts?: readonly Part[];
  readonly apiCalls: number;
}

type Part = Pick<PlannedPart, 'number' | 'of' | 'from' | 'to'>;

const REFERENCE = /^@\{(\w+)\./;

/** Says what a plan will do before it does it. Makes no request; a plan that came through JSON is explained alike. */
export function explainPlan(plan: ExplainablePlan): PlanExplanation {
  const { reads = [], lookups = [], steps: planned } = plan;
  const given = plan.parts ?? [{ number: 1, of: 1, from: 0, to: planned.length }];
  const readsFirst = [...reads, ...readProgress(given, planned), ...lookups.map(readFirst)];
  const steps = plan.steps.map(explainStep);
  const parts = explainParts(given, planned);
  const { apiCalls } = plan;
  return { readsFirst, steps, parts, apiCalls, text: textOf({ readsFirst, steps, parts, apiCalls }) };
}

function explainParts(parts: readonly Part[], steps: readonly PlannedStep[]): PartExplanation[] {
  return parts.map((part) => {
    const { number, of, from, to } = part;
    const seam = number === of ? undefined : seamAfter(stepsOfPart({ steps }, part));
    return { number, first: from + 1, last: to, seam };
  });
}

function seamAfter(steps: readonly PlannedStep[]): string {
  const hasRecord = steps.some(({ kind }) => kind !== 'required' && kind !== 'ledger');
  const there = hasRecord
    ? 'the record is there without all of its roles, tasks and links'
    : 'what it requires is there';
  return `Seam: if it ends here, ${there}; sending it again goes on with the next part`;
}

function readProgress(parts: readonly Part[], steps: readonly PlannedStep[]): PlannedRead[] {
  const row = (parts[0]?.of ?? 1) === 1 ? undefined : steps.at(-1);
  if (row === undefined) return [];
  const { path, object } = row;
  return [{ path, object, does: `Look in the ledger (${object}) for parts that are written already` }];
}

function readFirst({ object, path, soql }: PlannedLookup): PlannedRead {
  const fields = Array.from(soql.matchAll(/(?:WHERE|AND) (\w+) =/g), ([, field]) => field);
  const by = fields.length === 0 ? '' : ` by ${fields.join(', ')}`;
  return { path, object, does: `Look for ${object}${by}; several that fit end it before anything is written` };
}

function explainStep(step: PlannedStep, index: number): StepExplanation {
  const { referenceId, path, object, unless } = step;
  const does = unless === undefined ? deed(step) : `${deed(step)}, ${unless}`;
  return { position: index + 1, referenceId, path, object, does, uses: usedBy(step) };
}

function deed({ kind, method, object, url, body = {}, httpHeaders = {} }: PlannedStep): string {
  if (kind === 'recordType') return 'Find the record type by its developer name';
  if (kind === 'ledger') return `Note in the ledger (${object}) that it is written, with the ids of its records`;
  const fields = Object.keys(body);
  const having = fields.length === 0 ? '' : ` with ${fields.join(', ')}`;
  if (method === 'POST') return `Create ${object}${having}`;
  const [, target = ''] = url.split(`/sobjects/${object}/`);
  const [field, value] = target.split('/');
  if (value !== undefined) return `Update the ${object} that has this ${field}, or create it${having}`;
  if (method === 'DELETE') return `Remove ${object} ${target}`.trim();
  const since = httpHeaders['If-Unmodified-Since'];
  const unless = since === undefined ? '' : `, unless it has been changed since ${new Date(since).toISOString()}`;
  return `Update ${target === '' ? object : `${object} ${target}`}${having}${unless}`;
}

function usedBy({ url, body = {} }: PlannedStep): StepExplanation['uses'] {
  const values: [string, unknown][] = [['Id', /@\{.*\}/.exec(url)?.[0]], ...Object.entries(body)];
  return values.flatMap(([field, value]) => {
    const referenceId = typeof value === 'string' ? REFERENCE.exec(value)?.[1] : undefined;
    return referenceId === undefined ? [] : [{ field, referenceId }];
  });
}

function textOf({ readsFirst, steps, parts, apiCalls }: Omit<PlanExplanation, 'text'>): string {
  const lines = [`${apiCalls} API ${apiCalls === 1 ? 'call' : 'calls'}.`];
  if (readsFirst.length > 0) {
    lines.push('Read first:', ...readsFirst.map(({ path, does }) => `   ${does} (${path})`));
  }
  for (const { number, first, last, seam } of parts) {
    lines.push(`${parts.length === 1 ? 'Written' : `Part ${number}, written`} all or nothing, in one request:`);
    for (const { position, does, path, uses } of steps.slice(first - 1, last)) {
      lines.push(`${String(position).padStart(2)}. ${does} (${path})${usedText(uses, steps)}`);
    }
    if (seam !== undefined) lines.push(`--- ${seam}.`);
  }
  return lines.join('\n');
}

/** A ledger row names many: fields of the same step are said once. */
function usedText(uses: StepExplanation['uses'], steps: readonly StepExplanation[]): string {
  const positions = new Set(
    uses.map(({ referenceId }) => steps.find((step) => step.referenceId === referenceId)?.position ?? 0),
  );
  return positions.size === 0 ? '' : `, after ${[...positions].toSorted((one, other) => one - other).join(', ')}`;
}
