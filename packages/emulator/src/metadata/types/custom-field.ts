import { defineMetadataType } from '../metadata-type.ts';
import { readField } from '../read-field.ts';
import { removeField } from '../remove-field.ts';
import { renameField } from '../rename/rename-field.ts';
import { saveField } from '../save-field.ts';

/** Source: Metadata API guide, CustomField. */
export const customField = defineMetadataType({
  name: 'CustomField',
  suffix: 'field',
  directory: 'fields',
  keyPrefix: '00N',
  elementOfObject: 'fields',
  read: readField,
  save: saveField,
  remove: removeField,
  rename: renameField,
});
