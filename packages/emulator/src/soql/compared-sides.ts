import type { SQLInputValue } from 'node:sqlite';
import { ignoresCase } from './field-abilities.ts';
import { foldCase, isAscii } from './fold-case.ts';
import type { Operand } from './operand.ts';

/** Both sides of a comparison in SQL, so that text meets text without regard to case where the field wants that. */
export function comparedSides(operand: Operand, value: SQLInputValue): { left: string; value: SQLInputValue } {
  if (operand.field.type === 'boolean') return { left: `coalesce(${operand.sql}, 0)`, value };
  if (typeof value !== 'string') return { left: operand.sql, value };
  if (!ignoresCase(operand.field)) return { left: `${operand.sql} COLLATE BINARY`, value };
  return isAscii(value)
    ? { left: `${operand.sql} COLLATE NOCASE`, value }
    : { left: `fold_case(${operand.sql})`, value: foldCase(value) };
}
