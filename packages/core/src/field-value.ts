/** A value that Salesforce's REST API takes: dates `YYYY-MM-DD`, date-times ISO 8601 with a zone, multi-select picklists `A;B`. */
export type FieldValue = string | number | boolean | null;

/** Values by the API name of their field; one that is undefined is left out. */
export type FieldValues = Readonly<Record<string, FieldValue | undefined>>;

/** Stands for the id of another record of the same write: the `ref` of a required record, or `record` for the record itself. */
export interface Reference {
  readonly ref: string;
}

/** A value in a write: as the API takes it, or the id of another record of the same write. */
export type WriteValue = FieldValue | Reference;

/** Values of a record in a write, by the API name of their field; one that is undefined is left out. */
export type WriteFields = Readonly<Record<string, WriteValue | undefined>>;

/** Which record it is: values by field, all of which must fit. */
export type Match = Readonly<Record<string, string | number | boolean>>;

export function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'ref' in value;
}
