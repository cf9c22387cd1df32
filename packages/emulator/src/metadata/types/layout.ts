import { layoutStore } from '../../layouts/layout-store.ts';
import { defineMetadataType } from '../metadata-type.ts';
import { readLayout } from '../read-layout.ts';
import { layoutName, saveLayout } from '../save-layout.ts';

/** Source: Metadata API guide, Layout. */
export const layout = defineMetadataType({
  name: 'Layout',
  suffix: 'layout',
  directory: 'layouts',
  read: readLayout,
  save: saveLayout,
  remove(org, fullName) {
    const { object, name } = layoutName(fullName);
    layoutStore(org).remove(object, name);
  },
  rename(org, from, to) {
    const { object, name } = layoutName(from);
    layoutStore(org).rename(object, name, layoutName(to).name);
  },
});
