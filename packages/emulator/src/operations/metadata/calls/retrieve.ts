import { NotEmulatedError } from '../../../http/not-emulated-error.ts';
import { retrieveJobs } from '../../../metadata/retrieve/retrieve-jobs.ts';
import type { SoapCall } from '../../../metadata/soap/soap-call.ts';
import { toElements } from '../../../metadata/soap/soap-envelope.ts';
import { childOf, textOf, textsOf, type XmlElement } from '../../../metadata/xml/xml-element.ts';

export const retrieve: SoapCall = {
  name: 'retrieve',
  evidence: ['documented', 'client'],
  source: 'Metadata API guide, retrieve(), AsyncResult; the requests of jsforce and @salesforce/source-deploy-retrieve',
  handle({ org, apiVersion, call }) {
    const request = childOf(call, 'retrieveRequest') ?? childOf(call, 'request') ?? call;
    for (const option of ['packageNames', 'specificFiles', 'rootTypesWithDependencies']) {
      if (textsOf(request, option).length > 0) throw new NotEmulatedError(`retrieve with ${option}`);
    }
    const id = retrieveJobs(org).add({
      members: membersOf(childOf(request, 'unpackaged')),
      version: textOf(request, 'apiVersion') ?? apiVersion,
      singlePackage: textOf(request, 'singlePackage') === 'true',
    });
    return toElements('result', { done: false, id, state: 'Queued' });
  },
};

function membersOf(unpackaged: XmlElement | undefined): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const types of unpackaged?.children.filter(({ name }) => name === 'types') ?? []) {
    const name = textOf(types, 'name') ?? '';
    members.set(name, [...(members.get(name) ?? []), ...textsOf(types, 'members')]);
  }
  return members;
}
