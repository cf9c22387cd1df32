import { z } from 'zod';
import { recordIdSchema } from '../transport/answer-schemas.ts';

/** A field on a page layout. */
const layoutFieldSchema = z.object({
  name: z.string(),
  /** Marked as required on the layout. The API itself does not enforce it. */
  required: z.boolean(),
  editableForNew: z.boolean(),
});

/** The edit page of a record type, with its fields in the order of the page. */
export const objectLayoutSchema = z.object({ id: z.string(), fields: z.array(layoutFieldSchema) });

export type ObjectLayout = z.output<typeof objectLayoutSchema>;

interface Component {
  readonly type: string;
  readonly value?: string | null | undefined;
  readonly components?: readonly Component[] | null | undefined;
}

const componentSchema: z.ZodType<Component> = z.lazy(() =>
  z
    .object({ type: z.string(), value: z.string().nullish(), components: z.array(componentSchema).nullish() })
    .refine(({ type, value }) => type !== 'Field' || typeof value === 'string', {
      path: ['value'],
      message: 'expected the name of a field',
    }),
);

/** Source: REST API guide, sObject Layouts; SOAP API guide, DescribeLayout. */
export const describeLayoutSchema = z
  .object({
    id: z.string(),
    editLayoutSections: z.array(
      z.object({
        layoutRows: z.array(
          z.object({
            layoutItems: z.array(
              z.object({
                required: z.boolean(),
                editableForNew: z.boolean().default(true),
                layoutComponents: z.array(componentSchema),
              }),
            ),
          }),
        ),
      }),
    ),
  })
  .transform(({ id, editLayoutSections }): ObjectLayout => {
    const items = editLayoutSections.flatMap(({ layoutRows }) => layoutRows.flatMap(({ layoutItems }) => layoutItems));
    return {
      id,
      fields: items.flatMap(({ required, editableForNew, layoutComponents }) =>
        namesOf(layoutComponents).map((name) => ({ name, required, editableForNew })),
      ),
    };
  });

/** Of a compound place, such as a person's name, its parts and the whole. */
function namesOf(components: readonly Component[]): string[] {
  return components.flatMap(({ type, value, components: parts }) => [
    ...(type === 'Field' && typeof value === 'string' ? [value] : []),
    ...namesOf(parts ?? []),
  ]);
}

const mappingSchema = z.object({
  recordTypeId: recordIdSchema,
  layoutId: z.string(),
  /** The values that the record type offers, by the picklist's field; null for the master record type, which offers all. */
  picklists: z.record(z.string(), z.array(z.object({ value: z.string(), defaultValue: z.boolean() }))).nullable(),
});

/** Which layout and which picklist values each record type of an object has. */
export const objectLayoutsSchema = z.object({
  mappings: z.array(mappingSchema),
  /** Null where the object has several record types: each layout is then read by itself. */
  layouts: z.array(objectLayoutSchema).nullable(),
});

export type ObjectLayouts = z.output<typeof objectLayoutsSchema>;

/** Source: REST API guide, sObject Layouts, "for an Object with Multiple Record Types". */
export const describeLayoutsSchema = z
  .object({
    layouts: z.array(describeLayoutSchema).nullable(),
    recordTypeMappings: z.array(
      z.object({
        recordTypeId: recordIdSchema,
        layoutId: z.string(),
        picklistsForRecordType: z
          .array(
            z.object({
              picklistName: z.string(),
              picklistValues: z.array(z.object({ value: z.string(), defaultValue: z.boolean(), active: z.boolean() })),
            }),
          )
          .nullish(),
      }),
    ),
  })
  .transform(({ layouts, recordTypeMappings }): ObjectLayouts => ({
    layouts,
    mappings: recordTypeMappings.map(({ recordTypeId, layoutId, picklistsForRecordType }) => ({
      recordTypeId,
      layoutId,
      picklists: picklistsForRecordType
        ? Object.fromEntries(
            picklistsForRecordType.map(({ picklistName, picklistValues }) => [
              picklistName,
              picklistValues.filter(({ active }) => active).map(({ value, defaultValue }) => ({ value, defaultValue })),
            ]),
          )
        : null,
    })),
  }));
