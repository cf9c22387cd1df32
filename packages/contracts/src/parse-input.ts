import type { z } from 'zod';
import type { WorkflowContract } from './define-workflow.ts';

/** One place of an input that was refused. */
export interface InputIssue {
  /** In the caller's words, e.g. `deal.fields.CloseDate`. */
  readonly path: string;
  readonly message: string;
}

export type ParsedInput<Input> =
  | { readonly success: true; readonly input: Input }
  | { readonly success: false; readonly issues: readonly InputIssue[] };

/** Temporal takes two megabytes in one piece; some of it is left for encryption and for what goes with it. */
const INPUT_LIMIT_BYTES = 1_000_000;

/**
 * Checks an input against its contract. Messages name paths and what was expected, never the values given. Other
 * languages send an option that was left out as null, so null is taken for that wherever it cannot be a value.
 */
export function parseInput<Input extends z.ZodType>(
  contract: WorkflowContract<string, Input>,
  input: unknown,
): ParsedInput<z.output<Input>> {
  const parsed = contract.input.safeParse(withoutNulls(input), { reportInput: true });
  if (parsed.success) {
    const bytes = new TextEncoder().encode(JSON.stringify(parsed.data)).length;
    if (bytes <= INPUT_LIMIT_BYTES) return { success: true, input: parsed.data };
    const message = `has ${bytes} bytes as JSON; expected at most ${INPUT_LIMIT_BYTES}`;
    return { success: false, issues: [{ path: 'input', message }] };
  }
  return {
    success: false,
    issues: parsed.error.issues.map((issue) => ({
      path: toPath(issue.path, contract.recordName),
      message: toMessage(issue),
    })),
  };
}

/** What holds values of records, in which null means to clear a field, or is to be refused. */
const VALUES = new Set(['fields', 'match']);

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([, entry]) => entry !== null);
  return Object.fromEntries(given.map(([name, entry]) => [name, VALUES.has(name) ? entry : withoutNulls(entry)]));
}

function toPath(path: readonly PropertyKey[], recordName: string): string {
  const named = path[0] === 'record' ? [recordName, ...path.slice(1)] : path;
  if (named.length === 0) return 'input';
  return named.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

function toMessage(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `unknown ${issue.keys.length > 1 ? 'names' : 'name'} ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_type' && issue.input === undefined) return `missing; expected ${issue.expected}`;
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  return issue.message.replace(/^Invalid input: /, '');
}
