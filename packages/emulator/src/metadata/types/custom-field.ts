import { defineMetadataType } from '../metadata-type.ts';
import { readField } from '../read-field.ts';
import { saveField } from '../save-field.ts';

/** Source: Metadata API guide, CustomField. */
export const customField = defineMetadataType({
  name: 'CustomField',
  suffix: 'field',
  directory: 'fields',
  elementOfObject: 'fields',
  read: readField,
  save: saveField,
});
