import type { FieldDefinition, ObjectDefinition } from './object-definition.ts';

export interface DefineObjectOptions extends Omit<
  ObjectDefinition,
  'custom' | 'createable' | 'updateable' | 'deletable' | 'queryable' | 'fields'
> {
  /** @default false */
  readonly custom?: boolean;
  /** @default true */
  readonly createable?: boolean;
  /** @default true */
  readonly updateable?: boolean;
  /** @default true */
  readonly deletable?: boolean;
  /** @default true */
  readonly queryable?: boolean;
  /** In the order of the describe result. */
  readonly fields: readonly FieldDefinition[];
}

export function defineObject(options: DefineObjectOptions): ObjectDefinition {
  return {
    custom: false,
    createable: true,
    updateable: true,
    deletable: true,
    queryable: true,
    ...options,
    fields: new Map(options.fields.map((field) => [field.name, field])),
  };
}
