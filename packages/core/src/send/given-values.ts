import type { RecordWrite } from '../plan/record-write.ts';

/** The values that a write was given: Salesforce's words may repeat them, and messages must not. */
export function givenValues(write: RecordWrite): string[] {
  const holders = [write.record, ...(write.required ?? [])];
  const values = holders.flatMap(({ fields, match }) => [...Object.values(fields), ...Object.values(match ?? {})]);
  const roles = (write.roles ?? []).map((role) => ('role' in role ? role.role : undefined));
  const tasks = (write.tasks ?? []).flatMap(({ subject, description, fields = {} }) => [
    subject,
    description,
    ...Object.values(fields),
  ]);
  const texts = [...values, ...roles, ...tasks, write.note?.title];
  return texts.filter((value) => typeof value === 'string' || typeof value === 'number').map(String);
}
