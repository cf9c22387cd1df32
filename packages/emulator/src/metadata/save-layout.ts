import { layoutStore } from '../layouts/layout-store.ts';
import type { LayoutItem, LayoutSection } from '../layouts/page-layout.ts';
import type { Org } from '../org/org.ts';
import type { ObjectDefinition } from '../schema/object-definition.ts';
import type { MetadataComponent } from './metadata-component.ts';
import { MetadataError } from './metadata-error.ts';
import type { DeployContext } from './metadata-type.ts';
import type { LayoutItemXml, LayoutXml } from './read-layout.ts';

/** `Account-Account Layout`: the object, and the layout's name, encoded as in a URL. */
export function layoutName(fullName: string): { readonly object: string; readonly name: string } {
  const [object = '', ...rest] = fullName.split('-');
  return { object, name: decodeURIComponent(rest.join('-')) };
}

/** @returns `Object-Layout` */
export function saveLayout(context: DeployContext, component: MetadataComponent, xml: LayoutXml): string {
  const { org, naming } = context;
  const { object: objectName, name } = layoutName(component.name);
  const object = org.schema.object(naming.object(objectName));
  if (!object) throw new MetadataError({ file: component.file, problem: `this org has no object ${objectName}` });
  const place = { org, object, objectName, context, component };
  layoutStore(org).save({
    object: object.name,
    name,
    sections: xml.layoutSections.map((section): LayoutSection => ({
      heading: section.label ?? '',
      tabOrder: section.style === 'TwoColumnsLeftToRight' ? 'LeftRight' : 'TopDown',
      editHeading: section.editHeading ?? false,
      detailHeading: section.detailHeading ?? false,
      columns: section.layoutColumns.map(({ layoutItems }) => layoutItems.map((item) => toItem(place, item))),
    })),
  });
  return `${object.name}-${component.name.slice(objectName.length + 1)}`;
}

interface Place {
  readonly org: Org;
  readonly object: ObjectDefinition;
  readonly objectName: string;
  readonly context: DeployContext;
  readonly component: MetadataComponent;
}

function toItem({ org, object, objectName, context, component }: Place, item: LayoutItemXml): LayoutItem {
  if (item.emptySpace) return { kind: 'empty' };
  if (item.field === undefined) {
    const what =
      item.customLink !== undefined ? 'custom link' : item.page !== undefined ? 'Visualforce page' : 'component';
    return { kind: 'other', what };
  }
  const field = org.schema.field(object.name, context.naming.field(objectName, item.field));
  if (!field) {
    // Standard fields that this emulator does not have are places that nobody here can see.
    if (!item.field.endsWith('__c')) return { kind: 'empty' };
    throw new MetadataError({ file: component.file, problem: `${object.name} has no field ${item.field}` });
  }
  return { kind: 'field', field: field.name, behavior: item.behavior ?? 'Edit' };
}
