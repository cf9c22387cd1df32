import { NotEmulatedError } from '../../../http/not-emulated-error.ts';
import { componentStore, type StoredComponent } from '../../../metadata/component-store.ts';
import { fileProperties } from '../../../metadata/file-properties.ts';
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

/** Standard objects are listed although nobody deployed them. Source: answers in public logs of clients. */
function componentsOf({ org }: SoapCallContext, typeName: string): StoredComponent[] {
  const type = metadataType(typeName);
  if (!type) throw new NotEmulatedError(`listMetadata of the type ${typeName}`);
  const stored = componentStore(org).list(typeName);
  if (typeName !== 'CustomObject') return stored;
  const epoch = new Date(0).toISOString();
  const standard = org.schema
    .objects()
    .filter((object) => !object.custom && !stored.some(({ fullName }) => fullName === object.name))
    .map(({ name }): StoredComponent => {
      return {
        type: typeName,
        fullName: name,
        xml: '',
        namespace: null,
        id: '',
        userId: '',
        createdAt: epoch,
        modifiedAt: epoch,
      };
    });
  return [...stored, ...standard];
}
