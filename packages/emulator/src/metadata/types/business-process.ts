import { defineMetadataType } from '../metadata-type.ts';
import { readBusinessProcess } from '../read-business-process.ts';
import { saveBusinessProcess } from '../save-business-process.ts';

/** Source: Metadata API guide, BusinessProcess. */
export const businessProcess = defineMetadataType({
  name: 'BusinessProcess',
  suffix: 'businessProcess',
  directory: 'businessProcesses',
  elementOfObject: 'businessProcesses',
  read: readBusinessProcess,
  save: ({ org, naming }, component, xml) =>
    saveBusinessProcess(org, { object: naming.object(component.object), naming, xml }),
});
