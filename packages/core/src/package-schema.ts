/** How many ids of related records one row of the ledger holds. */
export const RELATED_ID_COUNT = 22;

/** The ledger as an org has it: API names with the package's namespace, or without where its source was deployed. */
export interface PackageSchema {
  /** API name of the ledger object. */
  readonly object: string;
  readonly fields: {
    readonly key: string;
    readonly connection: string;
    readonly operation: string;
    readonly object: string;
    readonly state: string;
    readonly contentHash: string;
    readonly recordId: string;
    readonly noteId: string;
    /** What each related id is, in order, as JSON. */
    readonly related: string;
    readonly relatedIds: readonly string[];
  };
}

/** The value of the state field: the row exists if and only if its records do. */
export const LEDGER_STATE_WRITTEN = 'Written';

/** The one place that knows the names of the package's metadata; a test compares them with `force-app/main`. */
export function packageSchema(namespace: string): PackageSchema {
  const prefix = namespace === '' ? '' : `${namespace}__`;
  const name = (local: string): string => `${prefix}${local}__c`;
  return {
    object: name('Write'),
    fields: {
      key: name('Key'),
      connection: name('Connection'),
      operation: name('Operation'),
      object: name('Object'),
      state: name('State'),
      contentHash: name('Content_Hash'),
      recordId: name('Record_Id'),
      noteId: name('Note_Id'),
      related: name('Related'),
      relatedIds: Array.from({ length: RELATED_ID_COUNT }, (_, index) =>
        name(`Related_Id_${String(index + 1).padStart(2, '0')}`),
      ),
    },
  };
}
