import type { SoapCall } from '../../../metadata/soap/soap-call.ts';
import { toElements } from '../../../metadata/soap/soap-envelope.ts';
import { metadataTypes } from '../../../metadata/types/index.ts';

/** The types that can be deployed here. */
export const describeMetadata: SoapCall = {
  name: 'describeMetadata',
  evidence: ['documented', 'client'],
  source: 'Metadata API guide, describeMetadata(), DescribeMetadataResult; jsforce',
  handle({ org }) {
    const partsOfObject = metadataTypes.filter((type) => type.elementOfObject !== undefined).map(({ name }) => name);
    const namespace = org.identity.namespace ?? '';
    const isProduction = org.identity.kind === 'production';
    return toElements('result', {
      metadataObjects: metadataTypes
        .filter((type) => type.elementOfObject === undefined)
        .map(({ name, directory, suffix }) => ({
          childXmlNames: name === 'CustomObject' ? partsOfObject : [],
          directoryName: directory,
          inFolder: false,
          metaFile: false,
          suffix,
          xmlName: name,
        })),
      organizationNamespace: namespace,
      partialSaveAllowed: !isProduction,
      testRequired: isProduction,
    });
  },
};
