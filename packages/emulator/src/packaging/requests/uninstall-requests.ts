import { insertToolingRow, updateToolingRow } from '../../tooling/tooling-context.ts';
import { uninstallPackage } from '../uninstall-package.ts';
import type { RequestKind } from './request-kind.ts';

const OBJECT = 'SubscriberPackageVersionUninstallRequest';

/** Source: @salesforce/packaging, which polls while it is Queued or InProgress and then asks for the errors. */
export const uninstallRequests: RequestKind = {
  object: OBJECT,
  nextStatus: ({ Status }) => (Status === 'Queued' ? 'InProgress' : undefined),
  work: ({ context, row }, next) =>
    next === undefined ? uninstallPackage(context, String(row['SubscriberPackageVersionId'])) : [],
  succeed: ({ context, waiting: { id } }) => updateToolingRow(context, OBJECT, id, { Status: 'Success' }),
  fail({ context, waiting: { id } }, problems) {
    for (const Message of problems) {
      insertToolingRow(context, 'PackageVersionUninstallRequestError', { ParentRequestId: id, Message });
    }
    updateToolingRow(context, OBJECT, id, { Status: 'Error' });
  },
};
