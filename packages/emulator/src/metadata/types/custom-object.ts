import { defineMetadataType } from '../metadata-type.ts';
import { readObject } from '../read-object.ts';
import { removeObject } from '../remove-object.ts';
import { renameObject } from '../rename/rename-object.ts';
import { saveObject } from '../save-object.ts';

/** Source: Metadata API guide, CustomObject; that standard objects are listed: answers in public logs of clients. */
export const customObject = defineMetadataType({
  name: 'CustomObject',
  suffix: 'object',
  directory: 'objects',
  keyPrefix: '01I',
  read: readObject,
  save: saveObject,
  remove: removeObject,
  rename: renameObject,
  standing: (org) =>
    org.schema
      .objects()
      .filter((object) => !object.custom)
      .map(({ name }) => ({ fullName: name, id: '' })),
});
