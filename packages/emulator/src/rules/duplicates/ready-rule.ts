import type { StoredRecord, StoredValue } from '../../dml/stored-record.ts';
import type { Org } from '../../org/org.ts';
import { quote } from '../../schema/prepare-table.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';
import type { DuplicateRule } from './duplicate-rule.ts';
import { duplicateRuleStore } from './duplicate-rule-store.ts';
import { filterLogic } from './filter-logic.ts';

/** Records with more matches than this are compared with the first ones. Source: Salesforce Help, Duplicate Rules. */
const MOST_MATCHES = 100;

/** One matching rule of a duplicate rule, ready to run. */
export interface ReadyMatch {
  readonly object: ObjectDefinition;
  readonly rule: string;
  /** The fields of the written record that it looks at. */
  readonly fields: readonly string[];
  /** The fields of `object` that they are compared with. */
  readonly matchedFields: readonly string[];
  /** Rows that are the same as the record, without the record itself; oldest first. */
  find(record: StoredRecord, id: string | undefined): StoredRecord[];
}

/** What keeps a rule from being emulated, or from being right. */
export class DuplicateRuleProblem extends Error {}

/** @throws DuplicateRuleProblem */
export function readyMatches(org: Org, { object, matches }: DuplicateRule): ReadyMatch[] {
  const store = duplicateRuleStore(org);
  return matches.map(({ object: matchedName, rule: name, mapping }) => {
    const matched = org.schema.object(matchedName);
    if (!matched) throw new DuplicateRuleProblem(`this org has no object ${matchedName}`);
    const rule = store.matchingRule(matched.name, name);
    if (!rule) {
      throw new DuplicateRuleProblem(
        name.startsWith('Standard_')
          ? `the standard matching rule ${name} matches fuzzily, which is not emulated`
          : `this org has no matching rule ${name} for ${matchedName}`,
      );
    }
    if (!rule.isActive) throw new DuplicateRuleProblem(`the matching rule ${name} is not active`);
    const items = rule.items.map(({ field: fieldName, method, matchBlanks }) => {
      if (method !== 'Exact')
        throw new DuplicateRuleProblem(`the matching method ${method} of ${name} is not emulated`);
      const field = org.schema.field(matched.name, fieldName);
      if (!field) throw new DuplicateRuleProblem(`${matchedName} has no field ${fieldName}`);
      const source = mapping ? mapping[field.name] : field.name;
      const own = source === undefined ? undefined : org.schema.field(object, source);
      if (!own) throw new DuplicateRuleProblem(`no field of ${object} is matched with ${matchedName}.${fieldName}`);
      return { column: quote(field.name), matched: field.name, own: own.name, matchBlanks };
    });
    if (
      filterLogic(
        rule.logic,
        items.map(() => '1'),
      ) === undefined
    ) {
      throw new DuplicateRuleProblem(`the logic ${rule.logic} of ${name} is none`);
    }
    return {
      object: matched,
      rule: name,
      fields: items.map(({ own }) => own),
      matchedFields: items.map(({ matched: name }) => name),
      find(record, id) {
        const values: StoredValue[] = [];
        const conditions = items.map(({ column, own, matchBlanks }, index) => {
          const value = record[own] ?? null;
          values[index] = value;
          if (value === null) return matchBlanks ? `${column} IS NULL` : '0';
          return `${column} = ?${index + 1}`;
        });
        const where = filterLogic(rule.logic, conditions) ?? '0';
        const kept = matched.fields.has('IsDeleted') ? ' AND "IsDeleted" = 0' : '';
        const used = values.map((value, index) => (conditions[index]?.includes('?') ? value : null));
        const sql = `SELECT * FROM ${quote(matched.name)} WHERE (${where})${kept} AND "Id" IS NOT ?${items.length + 1} ORDER BY "Id" LIMIT ${MOST_MATCHES}`;
        return org.statements.prepare(sql).all(...used, id ?? null) as StoredRecord[];
      },
    };
  });
}
