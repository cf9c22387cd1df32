import { readRecord } from '../../dml/read-record.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { resourceNotFound } from '../../http/resource-not-found.ts';
import { parseRecordId } from '../../org/record-id.ts';
import { updatePackageVersion } from '../../packaging/update-package-version.ts';
import { toDml, updateToolingRow } from '../../tooling/tooling-context.ts';
import { defineOperation } from '../operation.ts';
import { param } from '../sobjects/sobject-request.ts';
import { toolingCaller, toolingObjectOf } from './tooling-request.ts';

export const toolingUpdate = defineOperation({
  name: 'Tooling API: update a record',
  method: 'PATCH',
  path: '/services/data/:version/tooling/sobjects/:object/:id',
  evidence: ['documented', 'client'],
  source: 'Tooling API guide, REST Resources; the requests of @salesforce/packaging',
  handle(context) {
    const object = toolingObjectOf(context);
    const caller = toolingCaller(context);
    const id = parseRecordId(param(context.request, 'id'));
    const row = id === undefined ? undefined : context.org.records.find(object.name, id);
    if (id === undefined || !row) throw resourceNotFound();
    const changes = readRecord(toDml(caller), { object, body: context.request.body, action: 'update' });
    context.org.transaction(() => {
      if (object.name === 'Package2Version') updatePackageVersion(caller, row, changes);
      else if (object.name === 'Package2') updateToolingRow(caller, 'Package2', id, changes);
      else throw new NotEmulatedError(`updating a ${object.name}`);
    });
    return { status: 204 };
  },
});
