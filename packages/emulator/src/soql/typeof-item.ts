import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { FieldScope, Place, ResolvedField } from './field-scope.ts';
import type { FieldExpression, TypeofItem } from './grammar/syntax-tree.ts';
import type { ResultRow, SelectColumns } from './select-columns.ts';
import { selectField } from './select-columns.ts';
import { openParents, shapeField } from './shape-records.ts';
import type { Shaper } from './shape-records.ts';
import { queriedObject } from './statement.ts';
import type { Statement } from './statement.ts';

/** From which API version on. Source: SOQL and SOSL Reference, TYPEOF. */
const SINCE = 46;

/**
 * `TYPEOF What WHEN Account THEN Phone ELSE Name END`: of each row's parent, the fields that its object is asked for.
 * A parent of another object is read as `Name` with ELSE, and is null without (not verified).
 */
export function shapeTypeof(item: TypeofItem, scope: FieldScope, columns: SelectColumns, statement: Statement): Shaper {
  const { apiVersion } = statement.context;
  if (Number(apiVersion) < SINCE) throw new NotEmulatedError(`SOQL TYPEOF before API version ${SINCE}.0`);
  const { standing, parents } = scope.parent(item.operand);
  const last = parents.at(-1);
  if ('single' in standing || !last)
    throw new NotEmulatedError(`SOQL TYPEOF ${item.operand.text}, which has one object`);

  const shapersOf = (
    fields: readonly FieldExpression[],
    resolve: (field: FieldExpression) => ResolvedField,
  ): Shaper[] =>
    fields.map((field) => {
      if (field.kind !== 'field') throw new NotEmulatedError(`SOQL TYPEOF with ${field.text}`);
      const resolved = resolve(field);
      return shapeField(
        resolved.field.name,
        resolved.parents,
        selectField(resolved, columns, apiVersion),
        columns,
        apiVersion,
      );
    });
  const branches = new Map(
    item.branches.map(({ object, fields }) => {
      const wanted = queriedObject(object, statement);
      const place: Place | undefined = standing.branches.find((branch) => branch.object.name === wanted.name);
      if (!place) throw new NotEmulatedError(`SOQL TYPEOF ${item.operand.text} WHEN ${object.text}, which it never is`);
      return [wanted.name, shapersOf(fields, (field) => scope.resolveAt(place, field))];
    }),
  );
  const otherwise = item.otherwise && shapersOf(item.otherwise, (field) => scope.resolveName(standing, field));

  const object = columns.add(last.objectSql ?? `'${last.objectName ?? ''}'`);
  const openTyped = openParents(parents, columns, apiVersion, 'object');
  const openNamed = openParents(parents, columns, apiVersion);
  const openAbove = openParents(parents.slice(0, -1), columns, apiVersion);
  const isNone = (row: ResultRow) => row[object] === null;
  return (row, record, run) => {
    const fields = branches.get(String(row[object]));
    if (!fields && !otherwise && !isNone(row)) {
      const above = openAbove(row, record);
      if (above) above[last.name] = null;
      return;
    }
    const parent = fields ? openTyped(row, record) : openNamed(row, record);
    if (parent) for (const shape of fields ?? otherwise ?? []) shape(row, parent, run);
  };
}
