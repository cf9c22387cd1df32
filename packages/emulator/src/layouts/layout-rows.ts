import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';
import { addressParts } from '../soql/format-value.ts';
import type { StoredLayout } from './layout-store.ts';
import type { LayoutBehavior, LayoutItem } from './page-layout.ts';

export type LayoutMode = 'Create' | 'Edit' | 'View';

/** A place of a page, with what the caller may see and do there. */
export interface PlacedItem {
  readonly label: string;
  /** Empty where nothing is. More than one of a compound field. */
  readonly fields: readonly FieldDefinition[];
  /** The compound field that the others are parts of, or the field itself. */
  readonly field: FieldDefinition | undefined;
  readonly behavior: LayoutBehavior | undefined;
  readonly editableForNew: boolean;
  readonly editableForUpdate: boolean;
  readonly required: boolean;
}

export interface PlacedSection {
  readonly id: string;
  readonly heading: string;
  readonly useHeading: boolean;
  readonly columns: number;
  readonly tabOrder: 'LeftRight' | 'TopDown';
  readonly rows: readonly (readonly PlacedItem[])[];
}

const EMPTY: PlacedItem = {
  label: '',
  fields: [],
  field: undefined,
  behavior: undefined,
  editableForNew: false,
  editableForUpdate: false,
  required: false,
};

/** Not there while a record is made. Source: UI API guide, Record Layout `mode`; recorded create layout. */
const ONLY_LATER = new Set(['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate']);
/** Latitude, longitude and accuracy are no part of an address on a page. Source: recorded create layout. */
const ADDRESS_PARTS = /(?:Street|City|State|StateCode|PostalCode|Country|CountryCode)$/;
/** Labels of places that differ from those of fields. Source for Account: recorded create layout; others not verified. */
const LABELS: Readonly<Record<string, string>> = {
  'Account.Rating': 'Rating',
  'Account.Phone': 'Phone',
  'Account.Fax': 'Fax',
  'Account.Type': 'Type',
  'Account.Description': 'Description',
  'Contact.AccountId': 'Account Name',
  'Contact.Description': 'Description',
  'Contact.Fax': 'Fax',
  'Contact.Name': 'Name',
  'Contact.Phone': 'Phone',
  'Opportunity.AccountId': 'Account Name',
  'Opportunity.Name': 'Opportunity Name',
  'Opportunity.Type': 'Type',
};

/**
 * The sections of a layout as one mode shows them, row by row: fields that the caller cannot see leave an empty place.
 *
 * @param object as the caller sees it
 * @throws NotEmulatedError for links, pages and charts, which are shown while a record is looked at
 */
export function layoutRows(object: ObjectDefinition, layout: StoredLayout, mode: LayoutMode): PlacedSection[] {
  return layout.sections.flatMap((section, index) => {
    const columns = section.columns.map((column) => column.flatMap((item) => place(object, item, mode)));
    const height = Math.max(0, ...columns.map((column) => column.length));
    const rows = Array.from({ length: height }, (_, row) => columns.map((column) => column[row] ?? EMPTY));
    const shown = rows.filter((row) => mode === 'View' || row.some(({ field }) => field !== undefined));
    if (shown.every((row) => row.every(({ field }) => field === undefined))) return [];
    return [
      {
        id: layout.sectionId(index),
        heading: section.heading,
        useHeading: mode === 'View' ? section.detailHeading : section.editHeading,
        columns: section.columns.length,
        tabOrder: section.tabOrder,
        rows: shown,
      },
    ];
  });
}

function place(object: ObjectDefinition, item: LayoutItem, mode: LayoutMode): PlacedItem[] {
  if (item.kind === 'empty') return [EMPTY];
  if (item.kind === 'other') {
    if (mode === 'View') throw new NotEmulatedError(`a page layout of ${object.name} that shows a ${item.what}`);
    return [];
  }
  const field = object.fields.get(item.field);
  if (!field) return [EMPTY];
  if (mode === 'Create' && (ONLY_LATER.has(field.name) || field.calculated || field.autoNumber !== undefined))
    return [];
  const fields = partsOf(object, field);
  const isWritten = item.behavior !== 'Readonly' && field.name !== 'OwnerId';
  return [
    {
      label: labelOf(object, field),
      fields,
      field,
      behavior: item.behavior,
      editableForNew: isWritten && fields.some(({ createable }) => createable),
      editableForUpdate: isWritten && fields.some(({ updateable }) => updateable),
      required: item.behavior === 'Required' || fields.some(mustHaveValue),
    },
  ];
}

function mustHaveValue({ createable, nillable, defaultedOnCreate }: FieldDefinition): boolean {
  return createable && !nillable && !defaultedOnCreate;
}

/** A person's name and an address are shown as their parts. */
function partsOf(object: ObjectDefinition, field: FieldDefinition): FieldDefinition[] {
  if (field.type === 'address') return addressParts(object, field.name).filter(({ name }) => ADDRESS_PARTS.test(name));
  if (field.nameField && object.fields.has('LastName')) {
    return ['Salutation', 'FirstName', 'LastName'].flatMap((name) => object.fields.get(name) ?? []);
  }
  return [field];
}

function labelOf(object: ObjectDefinition, { name, label, type }: FieldDefinition): string {
  if (name === 'OwnerId') return `${object.label} Owner`;
  return LABELS[`${object.name}.${name}`] ?? (type === 'reference' ? label.replace(/ ID$/, '') : label);
}
