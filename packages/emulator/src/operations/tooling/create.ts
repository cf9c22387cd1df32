import { checkRequired } from '../../dml/check-values.ts';
import { jsonParserError } from '../../dml/json-parser-error.ts';
import { cannotBeInserted } from '../../dml/object-errors.ts';
import { readRecord } from '../../dml/read-record.ts';
import type { StoredRecord } from '../../dml/stored-record.ts';
import { MultipartBody } from '../../http/multipart-body.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { parseJson } from '../../http/read-body.ts';
import { createPackage } from '../../packaging/create-package.ts';
import { requestInstall } from '../../packaging/request-install.ts';
import { requestUninstall } from '../../packaging/request-uninstall.ts';
import { requestVersion } from '../../packaging/request-version.ts';
import { createSandbox } from '../../new-orgs/create-sandbox.ts';
import { toDml, type ToolingContext } from '../../tooling/tooling-context.ts';
import { defineOperation, type OperationContext } from '../operation.ts';
import { apiVersionOf } from '../sobjects/sobject-request.ts';
import { toolingCaller, toolingObjectOf } from './tooling-request.ts';

type Create = (context: ToolingContext, values: StoredRecord) => string;

const creators: ReadonlyMap<string, Create> = new Map([
  ['Package2', createPackage],
  ['PackageInstallRequest', installWithoutProfiles],
  ['SubscriberPackageVersionUninstallRequest', requestUninstall],
]);

export const toolingCreate = defineOperation({
  name: 'Tooling API: create a record',
  method: 'POST',
  path: '/services/data/:version/tooling/sobjects/:object',
  takes: 'json-or-multipart',
  evidence: ['documented', 'client'],
  source: 'Tooling API guide, REST Resources; the requests of @salesforce/packaging and @salesforce/core',
  handle(context) {
    const object = toolingObjectOf(context);
    if (!object.createable) throw cannotBeInserted(object);
    const caller = toolingCaller(context);
    const { body, file } = bodyOf(context, object.name);
    const values = readRecord(toDml(caller), { object, body, action: 'create' });
    checkRequired(object, values, 'create');
    const id =
      object.name === 'SandboxInfo'
        ? createSandbox(caller, values)
        : context.org.transaction(() => {
            if (object.name === 'Package2VersionCreateRequest') {
              return requestVersion(caller, { request: values, versionInfo: file });
            }
            const create = creators.get(object.name);
            if (!create) throw new NotEmulatedError(`creating a ${object.name}`);
            return create(caller, values);
          });
    return {
      status: 201,
      headers: { Location: `/services/data/v${apiVersionOf(context.request)}/tooling/sobjects/${object.name}/${id}` },
      body: { id, success: true, errors: [], warnings: [], infos: [] },
    };
  },
});

/** What the values of `ProfileMappings` may be is not known: the CLI sends none. */
function installWithoutProfiles(context: ToolingContext, values: StoredRecord): string {
  const { SecurityType: security } = values;
  if (String(security).toLowerCase() === 'custom' || (values['ProfileMappings'] ?? null) !== null) {
    throw new NotEmulatedError('a PackageInstallRequest for specific profiles');
  }
  return requestInstall(context, values);
}

/** A version's archive comes as a part of a form, or as base64. Source: `multipartFileFields` of jsforce; its JSON form. */
function bodyOf({ request }: OperationContext, object: string): { body: unknown; file: Uint8Array } {
  if (request.body instanceof MultipartBody) {
    const json = request.body.part(object);
    if (!json) throw jsonParserError(`Multipart message must include a part ${object}`);
    const file = request.body.part('VersionInfo')?.bytes ?? new Uint8Array();
    return { body: parseJson(Buffer.from(json.bytes).toString('utf8')), file };
  }
  if (object !== 'Package2VersionCreateRequest') return { body: request.body, file: new Uint8Array() };
  const { VersionInfo: versionInfo, ...body } = Object(request.body) as Record<string, unknown>;
  return { body, file: Buffer.from(typeof versionInfo === 'string' ? versionInfo : '', 'base64') };
}
