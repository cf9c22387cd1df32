import type { WrittenObject } from './record-write.ts';

const RECORD_NAMES: Readonly<Record<WrittenObject, string>> = {
  Account: 'account',
  Contact: 'contact',
  Opportunity: 'deal',
};

/** What a path calls the record itself: `account`, `contact` or `deal`. */
export function recordPath(object: WrittenObject): string {
  return RECORD_NAMES[object];
}

/** Where in the write the value of a field comes from, given the path of the part that it was sent for. */
export function pathOfField(
  path: string,
  field: string,
  part: { readonly match?: object | undefined; readonly pipeline?: string | undefined } = {},
): string {
  if (path.startsWith('roles[')) return ROLE_FIELDS[field] === undefined ? path : `${path}.${ROLE_FIELDS[field]}`;
  if (path.startsWith('tasks[')) return `${path}.${TASK_FIELDS[field] ?? `fields.${field}`}`;
  if (path.startsWith('note.links[')) return path;
  if (path === 'note') return field === 'Title' ? 'note.title' : 'note.body';
  if (field === 'RecordTypeId' && part.pipeline !== undefined) return `${path}.pipeline`;
  if (part.match !== undefined && field in part.match) return `${path}.match.${field}`;
  return `${path}.fields.${field}`;
}

const ROLE_FIELDS: Readonly<Record<string, string>> = {
  ContactId: 'contactId',
  Role: 'role',
  IsPrimary: 'isPrimary',
};

const TASK_FIELDS: Readonly<Record<string, string>> = {
  Subject: 'subject',
  Description: 'description',
  Status: 'status',
  ActivityDate: 'date',
  WhoId: 'contactId',
};
