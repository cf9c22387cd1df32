import type { PlannedLookup, PlannedStep, WritePlan } from './write-plan.ts';

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

/** What a plan will do, in words and without the values of fields. */
export interface PlanExplanation {
  /** What is read first, in one API call of its own; empty when nothing is. */
  readonly readsFirst: readonly { readonly path: string; readonly object: string; readonly does: string }[];
  readonly steps: readonly StepExplanation[];
  readonly apiCalls: number;
  /** All of it as lines for a log or a terminal. */
  readonly text: string;
}

const REFERENCE = /^@\{(\w+)\./;

/** Says what a plan will do before it does it. Makes no request; a plan that came through JSON is explained alike. */
export function explainPlan(plan: Pick<WritePlan, 'lookups' | 'steps' | 'apiCalls'>): PlanExplanation {
  const readsFirst = plan.lookups.map(readFirst);
  const steps = plan.steps.map(explainStep);
  const { apiCalls } = plan;
  return { readsFirst, steps, apiCalls, text: textOf({ readsFirst, steps, apiCalls }) };
}

function readFirst({ object, path, soql }: PlannedLookup): PlanExplanation['readsFirst'][number] {
  const fields = Array.from(soql.matchAll(/(?:WHERE|AND) (\w+) =/g), ([, field]) => field);
  const by = fields.length === 0 ? '' : ` by ${fields.join(', ')}`;
  return { path, object, does: `Look for ${object}${by}; several that fit end it before anything is written` };
}

function explainStep(step: PlannedStep, index: number): StepExplanation {
  const { referenceId, path, object } = step;
  return { position: index + 1, referenceId, path, object, does: deed(step), uses: usedBy(step) };
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
  if (method === 'DELETE') return `Remove ${object} ${target}`;
  const since = httpHeaders['If-Unmodified-Since'];
  const unless = since === undefined ? '' : `, unless it has been changed since ${new Date(since).toISOString()}`;
  return `Update ${object} ${target}${having}${unless}`;
}

function usedBy({ url, body = {} }: PlannedStep): StepExplanation['uses'] {
  const values: [string, unknown][] = [['Id', /@\{.*\}/.exec(url)?.[0]], ...Object.entries(body)];
  return values.flatMap(([field, value]) => {
    const referenceId = typeof value === 'string' ? REFERENCE.exec(value)?.[1] : undefined;
    return referenceId === undefined ? [] : [{ field, referenceId }];
  });
}

function textOf({ readsFirst, steps, apiCalls }: Omit<PlanExplanation, 'text'>): string {
  const lines = [`${apiCalls} API ${apiCalls === 1 ? 'call' : 'calls'}.`];
  if (readsFirst.length > 0) {
    lines.push('Read first, in one request:', ...readsFirst.map(({ path, does }) => `   ${does} (${path})`));
  }
  lines.push('Written all or nothing, in one request:');
  for (const { position, does, path, uses } of steps) {
    lines.push(`${String(position).padStart(2)}. ${does} (${path})${usedText(uses, steps)}`);
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
