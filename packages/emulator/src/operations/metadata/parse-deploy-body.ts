import type { z } from 'zod';
import { jsonParserError } from '../../dml/json-parser-error.ts';

/** @throws SalesforceApiError JSON_PARSER_ERROR */
export function parseDeployBody<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw jsonParserError(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}
