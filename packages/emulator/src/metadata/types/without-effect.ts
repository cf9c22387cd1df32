import { checkRoot } from '../parse-xml.ts';
import { defineMetadataType, type MetadataType } from '../metadata-type.ts';

type Shape = Pick<MetadataType, 'name' | 'suffix' | 'directory' | 'elementOfObject'>;

/**
 * Types that change pages, texts and apps, not data. They are taken, kept and retrieved again, and have no effect here.
 * Source of names, suffixes and directories: the metadata registry of @salesforce/source-deploy-retrieve.
 */
const shapes: readonly Shape[] = [
  { name: 'CompactLayout', suffix: 'compactLayout', directory: 'compactLayouts', elementOfObject: 'compactLayouts' },
  { name: 'CustomApplication', suffix: 'app', directory: 'applications' },
  { name: 'CustomFieldTranslation', suffix: 'fieldTranslation', directory: 'objectTranslations' },
  { name: 'CustomLabels', suffix: 'labels', directory: 'labels' },
  { name: 'CustomObjectTranslation', suffix: 'objectTranslation', directory: 'objectTranslations' },
  { name: 'CustomTab', suffix: 'tab', directory: 'tabs' },
  { name: 'ExtlClntAppConfigurablePolicies', suffix: 'ecaPlcy', directory: 'extlClntAppPolicies' },
  {
    name: 'ExtlClntAppOauthSecuritySettings',
    suffix: 'ecaOauthSecurity',
    directory: 'extlClntAppOauthSecuritySettings',
  },
  { name: 'FieldSet', suffix: 'fieldSet', directory: 'fieldSets', elementOfObject: 'fieldSets' },
  { name: 'FlexiPage', suffix: 'flexipage', directory: 'flexipages' },
  { name: 'ListView', suffix: 'listView', directory: 'listViews', elementOfObject: 'listViews' },
  { name: 'QuickAction', suffix: 'quickAction', directory: 'quickActions' },
  { name: 'Translations', suffix: 'translation', directory: 'translations' },
  { name: 'WebLink', suffix: 'webLink', directory: 'webLinks', elementOfObject: 'webLinks' },
];

export const typesWithoutEffect: readonly MetadataType[] = shapes.map((shape) =>
  defineMetadataType({
    ...shape,
    withoutEffect: true,
    read: (component) => checkRoot(component),
    save: ({ naming }, component) =>
      component.object === ''
        ? naming.component(component.fullName)
        : `${naming.object(component.object)}.${naming.component(component.name)}`,
    remove: () => undefined,
  }),
);
