import { MetadataError } from '../metadata-error.ts';
import { defineMetadataType } from '../metadata-type.ts';
import { readStages } from '../read-stages.ts';
import { readStandardValueSet } from '../read-value-set.ts';
import { saveStages } from '../save-stages.ts';
import { saveStandardValueSet } from '../save-value-set.ts';
import { standardValueSets } from '../standard-value-sets.ts';

/** Sales stages, which are rows of their own, too, and the values of other standard picklists. Source: Metadata API guide, StandardValueSet. */
export const standardValueSet = defineMetadataType({
  name: 'StandardValueSet',
  suffix: 'standardValueSet',
  directory: 'standardValueSets',
  read(component) {
    if (component.name === 'OpportunityStage') return { stages: readStages(component) };
    if (!standardValueSets.has(component.name)) {
      throw new MetadataError({ file: component.file, problem: `the value set ${component.name} is not emulated` });
    }
    return { values: readStandardValueSet(component) };
  },
  save({ org }, component, content) {
    if (content.stages) saveStages(org, content.stages);
    else saveStandardValueSet(org, component.name, content.values);
    return component.fullName;
  },
});
