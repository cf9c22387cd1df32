import { NotEmulatedError } from '../../../http/not-emulated-error.ts';
import { deployComponents } from '../../../metadata/deploy-components.ts';
import type { SoapCall, SoapCallContext } from '../../../metadata/soap/soap-call.ts';
import { toElements } from '../../../metadata/soap/soap-envelope.ts';
import { metadataType } from '../../../metadata/types/index.ts';
import { textOf, textsOf } from '../../../metadata/xml/xml-element.ts';
import { limitRecords, notThere, saveResult, type SaveError } from './metadata-records.ts';

/** Each component by itself. */
export const deleteMetadata: SoapCall = {
  name: 'deleteMetadata',
  evidence: ['documented', 'client', 'practitioner', 'unverified'],
  source:
    'Metadata API guide, deleteMetadata(), DeleteResult; errors in public issue threads. The code of a component that is still needed is not verified',
  handle(context) {
    const type = textOf(context.call, 'type') ?? '';
    if (!metadataType(type)) throw new NotEmulatedError(`deleteMetadata of the type ${type}`);
    const fullNames = textsOf(context.call, 'fullNames');
    limitRecords(fullNames);
    return fullNames.flatMap((fullName) => toElements('result', saveResult(fullName, remove(context, type, fullName))));
  },
};

function remove({ org, userId }: SoapCallContext, type: string, fullName: string): SaveError | undefined {
  const deletions = [{ type, fullName, file: fullName, when: 'before' }] as const;
  const [outcome] = deployComponents(org, [], { deletions, userId }).outcomes;
  if (outcome?.warning !== undefined) return notThere({ type, fullName });
  return outcome?.failure && { message: outcome.failure.problem, statusCode: 'DELETE_FAILED' };
}
