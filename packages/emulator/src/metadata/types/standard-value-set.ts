import { defineMetadataType } from '../metadata-type.ts';
import { readStages } from '../read-stages.ts';
import { saveStages } from '../save-stages.ts';

/** Source: Metadata API guide, StandardValueSet. */
export const standardValueSet = defineMetadataType({
  name: 'StandardValueSet',
  suffix: 'standardValueSet',
  directory: 'standardValueSets',
  read: readStages,
  save(context, component, stages) {
    saveStages(context.org, stages);
    return component.fullName;
  },
});
