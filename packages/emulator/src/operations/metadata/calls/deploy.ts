import { deployJobs } from '../../../metadata/deploy/deploy-jobs.ts';
import { deployOptionsSchema } from '../../../metadata/deploy/deploy-options.ts';
import type { SoapCall } from '../../../metadata/soap/soap-call.ts';
import { toElements } from '../../../metadata/soap/soap-envelope.ts';
import { SoapFault } from '../../../metadata/soap/soap-fault.ts';
import { childOf, textOf, textsOf, type XmlElement } from '../../../metadata/xml/xml-element.ts';

export const deploy: SoapCall = {
  name: 'deploy',
  evidence: ['documented', 'client'],
  source:
    'Metadata API guide, deploy(), DeployOptions, AsyncResult; the requests of jsforce and @salesforce/source-deploy-retrieve',
  handle({ org, userId, call }) {
    const zip = Buffer.from(textOf(call, 'ZipFile') ?? '', 'base64');
    const options = readOptions(childOf(call, 'DeployOptions'));
    const id = deployJobs(org).add({ zip, options, userId });
    return toElements('result', { done: false, id, state: 'Queued' });
  },
};

function readOptions(given: XmlElement | undefined): ReturnType<typeof deployOptionsSchema.parse> {
  const names = new Set(given?.children.map(({ name }) => name));
  const values =
    given && [...names].map((name) => [name, name === 'runTests' ? textsOf(given, name) : textOf(given, name)]);
  const parsed = deployOptionsSchema.safeParse(Object.fromEntries(values ?? []));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new SoapFault(
    'UNKNOWN_EXCEPTION',
    `UNKNOWN_EXCEPTION: DeployOptions: ${issue?.path.join('.')} ${issue?.message}`,
  );
}
