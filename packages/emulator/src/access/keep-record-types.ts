import type { Statements } from '../org/statements.ts';

/**
 * Makes record types that came to the org available to administrators; the first active one of an object becomes their
 * default. What was given once is not given again.
 */
export function keepRecordTypes(statements: Statements, administrators: string): void {
  const fresh = statements
    .prepare(
      `SELECT "Id" AS id, "SobjectType" AS object, "IsActive" AS active FROM "RecordType"
      WHERE "Id" NOT IN (SELECT name FROM __permissioned) ORDER BY "Id"`,
    )
    .all();
  const hasDefault = statements.prepare(
    `SELECT 1 FROM __record_type_visibility v JOIN "RecordType" r ON r."Id" = v.record_type_id
    WHERE v.permission_set_id = ? AND v.is_default = 1 AND r."SobjectType" = ?`,
  );
  const insert = statements.prepare('INSERT OR IGNORE INTO __record_type_visibility VALUES (?, ?, 1, ?)');
  const remember = statements.prepare('INSERT INTO __permissioned (name) VALUES (?)');
  for (const { id = null, object = null, active } of fresh) {
    const isDefault = active === 1 && !hasDefault.get(administrators, object);
    insert.run(administrators, id, Number(isDefault));
    remember.run(id);
  }
}
