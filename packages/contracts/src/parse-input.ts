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

/** Checks an input against its contract. Messages name paths and what was expected, never the values given. */
export function parseInput<Input extends z.ZodType>(
  contract: WorkflowContract<string, Input>,
  input: unknown,
): ParsedInput<z.output<Input>> {
  const parsed = contract.input.safeParse(input, { reportInput: true });
  if (parsed.success) return { success: true, input: parsed.data };
  return {
    success: false,
    issues: parsed.error.issues.map((issue) => ({
      path: toPath(issue.path, contract.recordName),
      message: toMessage(issue),
    })),
  };
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
