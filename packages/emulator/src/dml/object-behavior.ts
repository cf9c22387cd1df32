import type { ObjectDefinition } from '../schema/object-definition.ts';
import type { DmlContext } from './dml-context.ts';
import type { StoredRecord } from './stored-record.ts';

/** What one object does beyond storing its fields. All of it runs in the transaction of the write. */
export interface ObjectBehavior {
  readonly object: string;
  /** Before the required fields are checked; may change `values`. */
  beforeCreate?(context: DmlContext, values: StoredRecord): void;
  /** Instead of inserting the row; answers the new id. The values have passed every check. */
  create?(context: DmlContext, values: StoredRecord): string;
  afterCreate?(context: DmlContext, record: StoredRecord): void;
  /** Before the checks; may change `changes`. */
  beforeUpdate?(context: DmlContext, changes: StoredRecord, record: StoredRecord): void;
  /** After the row was written. */
  afterUpdate?(context: DmlContext, changes: StoredRecord, record: StoredRecord): void;
  /** Before the row and its children are marked as deleted; may refuse. */
  beforeDelete?(context: DmlContext, record: StoredRecord, object: ObjectDefinition): void;
  /** After the row was marked as deleted. */
  afterDelete?(context: DmlContext, record: StoredRecord, object: ObjectDefinition): void;
}
