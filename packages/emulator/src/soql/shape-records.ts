import type { ParentStep } from './field-scope.ts';
import type { QueryRun } from './query-run.ts';
import type { ReadValue, ResultRow, SelectColumns } from './select-columns.ts';

export type ApiRecord = Record<string, unknown>;

/** Puts one selected thing into the record that a row becomes. */
export type Shaper = (row: ResultRow, record: ApiRecord, run: QueryRun) => void;

/** `{"attributes":{"type","url"}}`, as every record and parent begins. */
export function attributesOf(type: string, object: string, id: string, apiVersion: string): ApiRecord {
  return { attributes: { type, url: `/services/data/v${apiVersion}/sobjects/${object}/${id}` } };
}

/** The parent's record in the child's; null where there is no parent. */
export type OpenParent = (row: ResultRow, record: ApiRecord) => ApiRecord | null;

/**
 * The way down through parents: `Account.Owner` → `{Account: {Owner: {}}}`.
 *
 * @param printedType `attributes.type` of the last one. @default its object; `Name` for one of several objects
 */
export function openParents(
  parents: readonly ParentStep[],
  columns: SelectColumns,
  apiVersion: string,
  printedType?: 'object',
): OpenParent {
  const steps = parents.map((step, index) => {
    const id = columns.add(step.idSql);
    const object = step.objectSql === undefined ? undefined : columns.add(step.objectSql);
    const showsObject = printedType === 'object' && index === parents.length - 1;
    return { name: step.name, id, create: creator(step.objectName, object, showsObject, apiVersion) };
  });
  return (row, record) => {
    let container = record;
    for (const { name, id, create } of steps) {
      const value = row[id];
      if (value === null || value === undefined) {
        container[name] = null;
        return null;
      }
      container = (container[name] ??= create(row, String(value))) as ApiRecord;
    }
    return container;
  };
}

/** Puts a value under its parents: `Account.Owner.Name` → `{Account: {Owner: {Name}}}`; null where a parent is missing. */
export function shapeField(
  name: string,
  parents: readonly ParentStep[],
  read: ReadValue,
  columns: SelectColumns,
  apiVersion: string,
): Shaper {
  if (parents.length === 0) {
    return (row, record, run) => {
      record[name] = read(row, run);
    };
  }
  const open = openParents(parents, columns, apiVersion);
  return (row, record, run) => {
    const parent = open(row, record);
    if (parent) parent[name] = read(row, run);
  };
}

function creator(
  objectName: string | undefined,
  objectColumn: number | undefined,
  showsObject: boolean,
  apiVersion: string,
): (row: ResultRow, id: string) => ApiRecord {
  if (objectName !== undefined) return (_row, id) => attributesOf(objectName, objectName, id, apiVersion);
  return (row, id) => {
    const object = String(row[objectColumn ?? -1]);
    return attributesOf(showsObject ? object : 'Name', object, id, apiVersion);
  };
}
