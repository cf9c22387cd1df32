import type { ParentStep } from './field-scope.ts';
import type { ResultRow, SelectColumns } from './select-columns.ts';

export type ApiRecord = Record<string, unknown>;

/** Puts one selected thing into the record that a row becomes. */
export type Shaper = (row: ResultRow, record: ApiRecord) => void;

/** `{"attributes":{"type","url"}}`, as every record and parent begins. */
export function attributesOf(type: string, object: string, id: string, apiVersion: string): ApiRecord {
  return { attributes: { type, url: `/services/data/v${apiVersion}/sobjects/${object}/${id}` } };
}

/** Puts a value under its parents: `Account.Owner.Name` → `{Account: {Owner: {Name}}}`; null where a parent is missing. */
export function shapeField(
  name: string,
  parents: readonly ParentStep[],
  read: (row: ResultRow) => unknown,
  columns: SelectColumns,
  apiVersion: string,
): Shaper {
  const steps = parents.map((step) => ({
    name: step.name,
    printedType: step.printedType,
    id: columns.add(step.idSql),
    object: columns.add(step.objectSql),
  }));
  return (row, record) => {
    let container = record;
    for (const step of steps) {
      const id = row[step.id];
      if (id === null || id === undefined) {
        container[step.name] = null;
        return;
      }
      const object = String(row[step.object]);
      const parent = (container[step.name] ??= attributesOf(
        step.printedType ?? 'Name',
        object,
        String(id),
        apiVersion,
      ));
      container = parent as ApiRecord;
    }
    container[name] = read(row);
  };
}
