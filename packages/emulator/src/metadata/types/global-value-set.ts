import { defineMetadataType } from '../metadata-type.ts';
import { readGlobalValueSet } from '../read-value-set.ts';
import { saveGlobalValueSet } from '../save-value-set.ts';

/** Source: Metadata API guide, GlobalValueSet. */
export const globalValueSet = defineMetadataType({
  name: 'GlobalValueSet',
  suffix: 'globalValueSet',
  directory: 'globalValueSets',
  read: readGlobalValueSet,
  save({ org, naming }, component, values) {
    const name = naming.component(component.name);
    saveGlobalValueSet(org, name, values);
    return name;
  },
});
