import type { Org } from '../org/org.ts';
import type { FieldDefinition } from '../schema/object-definition.ts';
import type { MetadataComponent } from './metadata-component.ts';
import { MetadataError } from './metadata-error.ts';
import type { DeployContext } from './metadata-type.ts';
import { checkFormulas } from './check-formulas.ts';
import { globalValueSet, withControl } from './save-value-set.ts';
import { isMasterDetail } from './save-object.ts';

/** A custom field of an object that is there already, or is deployed with it. */
export function saveField(context: DeployContext, component: MetadataComponent, field: FieldDefinition): string {
  const { org, naming } = context;
  const { file } = component;
  const object = org.schema.object(naming.object(component.object));
  if (!object) throw new MetadataError({ file, problem: `this org has no object ${component.object}` });
  const missing = field.referenceTo?.find((target) => !org.schema.object(target));
  if (missing !== undefined) {
    throw new MetadataError({ file, problem: `this org has no object ${missing} for it to refer to` });
  }
  org.schema.addField(object.name, withValues(org, file, field));
  checkFormulas(context, component);
  if (isMasterDetail(field) && object.fields.has('OwnerId')) org.schema.removeField(object.name, 'OwnerId');
  return `${object.name}.${field.name}`;
}

/** The values of the global value set that the field names. */
function withValues(org: Org, file: string, field: FieldDefinition): FieldDefinition {
  if (field.globalValueSet === undefined) return field;
  const values = globalValueSet(org, field.globalValueSet);
  if (!values) throw new MetadataError({ file, problem: `this org has no global value set ${field.globalValueSet}` });
  return { ...field, picklistValues: withControl(values, field.picklistValues) };
}
