import type { DmlContext } from '../dml-context.ts';
import type { StoredRecord } from '../stored-record.ts';

/**
 * The account of a task or event: of what it is about, when that is an account, an opportunity or a custom object below
 * an account; otherwise that of its contact. Source: Object Reference, Task and Event, `AccountId`.
 */
export function accountOfActivity(context: DmlContext, { WhatId, WhoId }: StoredRecord): string | null {
  const what = typeof WhatId === 'string' ? WhatId : undefined;
  if (what?.startsWith('001')) return what;
  const ofWhat = what === undefined ? undefined : accountFieldOf(context, what);
  if (what !== undefined && ofWhat !== undefined) return textOf(context, what, ofWhat);
  return typeof WhoId === 'string' && WhoId.startsWith('003') ? textOf(context, WhoId, 'AccountId') : null;
}

/** The field by which the record belongs to an account; undefined for objects that belong to none. */
function accountFieldOf({ org }: DmlContext, id: string): string | undefined {
  const object = org.schema.objectOfPrefix(id.slice(0, 3));
  if (object?.name === 'Opportunity') return 'AccountId';
  if (!object?.custom) return undefined;
  return [...object.fields.values()].find((field) => field.cascadeDelete && field.referenceTo?.includes('Account'))
    ?.name;
}

function textOf({ org }: DmlContext, id: string, field: string): string | null {
  const object = org.schema.objectOfPrefix(id.slice(0, 3));
  const value = object && org.records.find(object.name, id)?.[field];
  return typeof value === 'string' ? value : null;
}
