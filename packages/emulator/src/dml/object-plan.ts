import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';

/** What a write asks of an object's definition again and again. */
export interface ObjectPlan {
  /** Must have a value: `createable && !nillable && !defaultedOnCreate`, as describe says it. */
  readonly required: readonly FieldDefinition[];
  /** May get a value when none is given. */
  readonly defaulted: readonly FieldDefinition[];
  /** By name: what has a column of its own besides the id. */
  readonly stored: ReadonlySet<string>;
  /** The columns that a new row has in any case: who and when, and checkboxes. */
  readonly filledIn: readonly FieldDefinition[];
  /** Values that no two records share. */
  readonly unique: ReadonlySet<string>;
}

const plans = new WeakMap<ObjectDefinition, ObjectPlan>();
const AUDIT = new Set(['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp']);

/** Worked out once for a definition; a change of the schema makes new definitions. */
export function planOf(object: ObjectDefinition): ObjectPlan {
  const known = plans.get(object);
  if (known) return known;
  const fields = [...object.fields.values()];
  const columns = fields.filter((field) => !field.virtual && !field.formula && field.type !== 'id');
  const plan: ObjectPlan = {
    required: fields.filter((field) => field.createable && !field.nillable && !field.defaultedOnCreate),
    defaulted: fields.filter(mayHaveDefault),
    stored: new Set(columns.map((field) => field.name)),
    filledIn: columns.filter((field) => AUDIT.has(field.name) || field.type === 'boolean'),
    unique: new Set(fields.filter((field) => field.unique).map((field) => field.name)),
  };
  plans.set(object, plan);
  return plan;
}

function mayHaveDefault(field: FieldDefinition): boolean {
  return (
    field.name === 'OwnerId' ||
    field.name === 'RecordTypeId' ||
    field.autoNumber !== undefined ||
    field.defaultValue !== undefined ||
    field.picklistValues?.some((candidate) => candidate.isDefault) === true
  );
}
