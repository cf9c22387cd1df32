import { NotEmulatedError } from '../../../http/not-emulated-error.ts';
import type { StoredComponent } from '../../../metadata/component-store.ts';
import { fileProperties } from '../../../metadata/file-properties.ts';
import { orgComponents } from '../../../metadata/org-components.ts';
import type { SoapCall, SoapCallContext } from '../../../metadata/soap/soap-call.ts';
import { toElements } from '../../../metadata/soap/soap-envelope.ts';
import { SoapFault } from '../../../metadata/soap/soap-fault.ts';
import { metadataType } from '../../../metadata/types/index.ts';
import { textOf } from '../../../metadata/xml/xml-element.ts';

/** Source: Metadata API guide, listMetadata(): at most three queries. */
const MAX_QUERIES = 3;

export const listMetadata: SoapCall = {
  name: 'listMetadata',
  evidence: ['documented', 'client', 'practitioner', 'unverified'],
  source:
    'Metadata API guide, listMetadata(): at most three queries; FileProperties; standard objects are listed in public logs of clients. The text of the limit is not verified',
  handle(context) {
    const queries = context.call.children.filter(({ name }) => name === 'queries');
    if (queries.length > MAX_QUERIES) {
      throw new SoapFault('EXCEEDED_MAX_TYPES_LIMIT', 'EXCEEDED_MAX_TYPES_LIMIT: no more than 3 queries');
    }
    return queries.flatMap((query) =>
      componentsOf(context, textOf(query, 'type') ?? '').flatMap((component) =>
        toElements('result', fileProperties(context.org, component)),
      ),
    );
  },
};

function componentsOf({ org }: SoapCallContext, typeName: string): StoredComponent[] {
  if (!metadataType(typeName)) throw new NotEmulatedError(`listMetadata of the type ${typeName}`);
  return orgComponents(org).list(typeName);
}
