import { NotEmulatedError } from '../../../http/not-emulated-error.ts';
import { componentStore } from '../../../metadata/component-store.ts';
import { renameComponent } from '../../../metadata/rename/rename-component.ts';
import type { SoapCall, SoapCallContext } from '../../../metadata/soap/soap-call.ts';
import { toElements } from '../../../metadata/soap/soap-envelope.ts';
import { metadataType } from '../../../metadata/types/index.ts';
import { textOf } from '../../../metadata/xml/xml-element.ts';
import { isThere, nameTaken, notThere, saveResult, type SaveError } from './metadata-records.ts';

/** One component; the result has its new name, or the old one where it was refused. */
export const renameMetadata: SoapCall = {
  name: 'renameMetadata',
  evidence: ['documented', 'client', 'unverified'],
  source:
    'Metadata API guide, renameMetadata(), SaveResult; the request of jsforce. Which name a refusal has, and its codes, are ' +
    'not verified',
  handle(context) {
    const type = textOf(context.call, 'type') ?? textOf(context.call, 'metadataType') ?? '';
    const from = textOf(context.call, 'oldFullName') ?? textOf(context.call, 'oldFullname') ?? '';
    const to = textOf(context.call, 'newFullName') ?? textOf(context.call, 'newFullname') ?? '';
    if (!metadataType(type)?.rename) throw new NotEmulatedError(`renaming a ${type}`);
    const error = rename(context, { type, from, to });
    return toElements('result', saveResult(error ? from : to, error));
  },
};

interface Names {
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

function rename(context: SoapCallContext, { type, from, to }: Names): SaveError | undefined {
  const { org, userId } = context;
  const component = componentStore(org).find(type, from);
  if (!component) return notThere({ type, fullName: from });
  if (component.namespace !== null) throw new NotEmulatedError('renaming a component of a managed package');
  if (isThere(context, { type, fullName: to })) return nameTaken({ type, fullName: to });
  if (!fits(type, component.fullName, to)) {
    return {
      message:
        'The API name can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, not include spaces, not end with an underscore, and not contain two consecutive underscores.',
      statusCode: 'FIELD_INTEGRITY_EXCEPTION',
    };
  }
  renameComponent(org, { component, to, userId });
  return undefined;
}

/** What a custom object or field ends with. */
const CUSTOM: ReadonlySet<string> = new Set(['CustomField', 'CustomObject']);

/** A part stays with its object, custom objects and fields end with `__c`; a layout's name is a text. */
function fits(type: string, from: string, to: string): boolean {
  if (type === 'Layout') return to.startsWith(from.slice(0, from.indexOf('-') + 1)) && !to.endsWith('-');
  const object = from.includes('.') ? from.slice(0, from.indexOf('.') + 1) : '';
  if (!to.startsWith(object)) return false;
  const name = to.slice(object.length);
  if (CUSTOM.has(type) && !name.endsWith('__c')) return false;
  return /^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(CUSTOM.has(type) ? name.slice(0, -'__c'.length) : name);
}
