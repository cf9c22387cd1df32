import { layoutRows, type LayoutMode, type PlacedItem, type PlacedSection } from '../layouts/layout-rows.ts';
import type { StoredLayout } from '../layouts/layout-store.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';
import { tagged } from './answer-ui-api.ts';
import { since } from './since-version.ts';

export interface RecordLayoutOptions {
  /** As the caller sees it. */
  readonly object: ObjectDefinition;
  readonly layout: StoredLayout;
  readonly mode: LayoutMode;
  readonly recordTypeId: string;
  readonly apiVersion: string;
}

/**
 * A page layout as UI API prints it. Source: create defaults recorded by lwc-recipes (v45); members of later versions from
 * the UI API guide, Record Layout. Save options, which assignment rules and the like bring, there are none of.
 */
export function recordLayout({
  object,
  layout,
  mode,
  recordTypeId,
  apiVersion,
}: RecordLayoutOptions): Record<string, unknown> {
  return tagged({
    id: layout.id,
    layoutType: 'Full',
    mode,
    ...since(49, apiVersion, { objectApiName: object.name, recordTypeId }),
    ...since(51, apiVersion, { saveOptions: [] }),
    sections: layoutRows(object, layout, mode).map((section) => printSection(section, apiVersion)),
  });
}

function printSection(section: PlacedSection, apiVersion: string): object {
  return {
    collapsible: false,
    columns: section.columns,
    heading: section.heading,
    id: section.id,
    layoutRows: section.rows.map((row) => ({ layoutItems: row.map((item) => printItem(item, apiVersion)) })),
    rows: section.rows.length,
    ...since(63, apiVersion, { tabOrder: section.tabOrder }),
    useHeading: section.useHeading,
  };
}

function printItem(item: PlacedItem, apiVersion: string): object {
  return {
    editableForNew: item.editableForNew,
    editableForUpdate: item.editableForUpdate,
    label: item.label,
    layoutComponents:
      item.fields.length === 0
        ? [{ apiName: null, componentType: 'EmptySpace' }]
        : item.fields.map(({ name, label }) => ({ apiName: name, componentType: 'Field', label })),
    lookupIdApiName: item.field ? lookupIdName(item.field) : null,
    required: item.required,
    sortable: false,
    ...since(63, apiVersion, { uiBehavior: item.behavior ?? null }),
  };
}

/** The field that holds the id of what the place links to: of a name, the record itself. */
function lookupIdName({ name, type, nameField }: FieldDefinition): string | null {
  if (nameField) return 'Id';
  return type === 'reference' ? name : null;
}
