import type { OperationRequest } from '../operations/operation.ts';

/** The parameters of a request, from its query string and its form; the form wins. Empty ones count as missing. */
export type FormFields = Readonly<Record<string, string | undefined>>;

export function formFields({ query, body }: OperationRequest): FormFields {
  const form = body !== null && typeof body === 'object' ? Object.entries(body) : [];
  const fields: Record<string, string | undefined> = {};
  for (const [name, value] of [...query, ...form]) {
    if (typeof value === 'string' && value !== '') fields[name] = value;
  }
  return fields;
}
