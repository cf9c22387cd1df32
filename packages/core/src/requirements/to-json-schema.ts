import type { RequirementField } from './object-requirements.ts';

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const TEXT_FORMATS: Readonly<Record<string, string>> = { date: 'date', datetime: 'date-time', time: 'time' };

/** Of the values of a create: what is no field of this user, missing, or of another form does not fit. */
export function toJsonSchema(object: string, fields: readonly RequirementField[]): JsonSchema {
  const dependent = fields.flatMap(dependencies);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: object,
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, propertyOf(field)])),
    required: fields.filter(({ requiredBy }) => requiredBy === 'record').map(({ name }) => name),
    additionalProperties: false,
    ...(dependent.length > 0 && { allOf: dependent }),
  };
}

function propertyOf(field: RequirementField): JsonSchema {
  const { label, help, nillable } = field;
  const form = formOf(field);
  return {
    title: label,
    ...(help !== null && { description: help }),
    ...(nillable ? { anyOf: [form, { type: 'null' }] } : form),
  };
}

function formOf({ type, length, digits, choices, restricted, referenceTo }: RequirementField): JsonSchema {
  if (type === 'boolean') return { type: 'boolean' };
  if (type === 'int' || type === 'double' || type === 'currency' || type === 'percent') {
    const bound = digits === undefined ? undefined : 10 ** digits.integer;
    const bounds = bound === undefined ? {} : { exclusiveMinimum: -bound, exclusiveMaximum: bound };
    return { type: type === 'int' ? 'integer' : 'number', ...bounds };
  }
  if (type === 'reference') {
    return { type: 'string', pattern: '^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$', 'x-referenceTo': referenceTo };
  }
  if (choices !== undefined && restricted && type === 'picklist') return { enum: choices.map(({ value }) => value) };
  const format = TEXT_FORMATS[type];
  return { type: 'string', ...(length > 0 && { maxLength: length }), ...(format !== undefined && { format }) };
}

/** For each value of the controlling field, which values go with it. */
function dependencies({ name, type, choices = [], controller, nillable }: RequirementField): JsonSchema[] {
  if (controller === undefined || type !== 'picklist') return [];
  const controlling = new Set(choices.flatMap(({ validFor = [] }) => validFor));
  return [...controlling].map((value) => ({
    if: { properties: { [controller]: { enum: formsOf(value) } }, required: [controller] },
    // oxlint-disable-next-line unicorn/no-thenable -- the keyword of JSON Schema; nobody awaits a schema
    then: {
      properties: {
        [name]: {
          enum: [
            ...choices.filter(({ validFor = [] }) => validFor.includes(value)).map((choice) => choice.value),
            ...(nillable ? [null] : []),
          ],
        },
      },
    },
  }));
}

/** Of a checkbox, the value is no text. */
function formsOf(value: string): unknown[] {
  if (value === 'true' || value === 'false') return [value, value === 'true'];
  return [value];
}
