import { describeField } from '../schema/describe/describe-field.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';
import { layoutRows, type LayoutMode, type PlacedItem } from './layout-rows.ts';
import type { StoredLayout } from './layout-store.ts';

/**
 * A layout as sObject Layouts prints it. Source: REST API guide, sObject Layouts, for its members; the parts of a section
 * from the SOAP API guide, DescribeLayout, as jsforce has them, and from an adapter's comment of 2016 that shows a real
 * one (`details`, `components`). Buttons, quick actions and related lists are not emulated: there are none.
 *
 * @param object as the caller sees it
 */
export function describeLayout(object: ObjectDefinition, layout: StoredLayout): Record<string, unknown> {
  const sections = (mode: LayoutMode): object[] => describeSections(object, layout, mode);
  return {
    buttonLayoutSection: { detailButtons: [] },
    detailLayoutSections: sections('View'),
    editLayoutSections: sections('Edit'),
    feedView: null,
    highlightsPanelLayoutSection: null,
    id: layout.id,
    multirowEditLayoutSections: [],
    offlineLinks: [],
    quickActionList: { quickActionListItems: [] },
    relatedContent: null,
    relatedLists: [],
    saveOptions: [],
  };
}

function describeSections(object: ObjectDefinition, layout: StoredLayout, mode: LayoutMode): object[] {
  let tabOrder = 0;
  const next = (): number => (tabOrder += 1);
  return layoutRows(object, layout, mode).map((section) => ({
    collapsed: false,
    columns: section.columns,
    heading: section.heading,
    layoutRows: section.rows.map((row) => ({
      layoutItems: row.map((item) => describeItem(object, item, next)),
      numItems: row.length,
    })),
    layoutSectionId: section.id,
    parentLayoutId: layout.id,
    rows: section.rows.length,
    tabOrder: section.tabOrder === 'LeftRight' ? 'LeftToRight' : 'TopToBottom',
    useCollapsibleSection: false,
    useHeading: section.useHeading,
  }));
}

function describeItem(object: ObjectDefinition, item: PlacedItem, next: () => number): object {
  return {
    editableForNew: item.editableForNew,
    editableForUpdate: item.editableForUpdate,
    label: item.label,
    layoutComponents: [item.field ? describeComponents(object, item.field, item.fields, next) : emptySpace(next)],
    placeholder: item.field === undefined,
    required: item.required,
  };
}

function describeComponents(
  object: ObjectDefinition,
  field: FieldDefinition,
  parts: readonly FieldDefinition[],
  next: () => number,
): object {
  const one = (shown: FieldDefinition): object => ({
    details: describeField(shown, object),
    displayLines: shown.type === 'textarea' ? 6 : 1,
    fieldType: shown.type,
    tabOrder: next(),
    type: 'Field',
    value: shown.name,
  });
  const isCompound = parts.length !== 1 || parts[0] !== field;
  return isCompound ? { components: parts.map(one), ...one(field) } : one(field);
}

function emptySpace(next: () => number): object {
  return { details: null, displayLines: 1, tabOrder: next(), type: 'EmptySpace', value: null };
}
