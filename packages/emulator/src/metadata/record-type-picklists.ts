import type { Org } from '../org/org.ts';

export interface RecordTypeValue {
  readonly value: string;
  readonly isDefault: boolean;
}

/** Which values of picklists a record type offers, in their order. */
export interface RecordTypePicklists {
  /** Replaces all that the record type offers. @param picklists by field */
  save(recordTypeId: string, picklists: Iterable<readonly [field: string, values: readonly RecordTypeValue[]]>): void;
  /** A field of the object has another name from now on. */
  renameField(object: string, from: string, to: string): void;
}

export function recordTypePicklists({ database }: Pick<Org, 'database'>): RecordTypePicklists {
  database.exec(`CREATE TABLE IF NOT EXISTS __record_type_picklist (
    record_type_id TEXT NOT NULL, field TEXT NOT NULL, position INTEGER NOT NULL, value TEXT NOT NULL,
    is_default INTEGER NOT NULL, PRIMARY KEY (record_type_id, field, position)) STRICT`);
  return {
    save(recordTypeId, picklists) {
      database.prepare('DELETE FROM __record_type_picklist WHERE record_type_id = ?').run(recordTypeId);
      const insert = database.prepare('INSERT INTO __record_type_picklist VALUES (?, ?, ?, ?, ?)');
      for (const [field, values] of picklists) {
        for (const [position, { value, isDefault }] of values.entries()) {
          insert.run(recordTypeId, field, position, value, Number(isDefault));
        }
      }
    },
    renameField(object, from, to) {
      database
        .prepare(
          `UPDATE __record_type_picklist SET field = ? WHERE field = ? AND record_type_id IN
          (SELECT "Id" FROM "RecordType" WHERE "SobjectType" = ?)`,
        )
        .run(to, from, object);
    },
  };
}
