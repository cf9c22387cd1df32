import { defineMetadataType } from '../metadata-type.ts';
import { readObject } from '../read-object.ts';
import { saveObject } from '../save-object.ts';

/** Source: Metadata API guide, CustomObject. */
export const customObject = defineMetadataType({
  name: 'CustomObject',
  suffix: 'object',
  directory: 'objects',
  read: readObject,
  save: saveObject,
});
