import { updateToolingRow } from '../../tooling/tooling-context.ts';
import { installPackage } from '../install-package.ts';
import { toPackageAccess } from '../package-access.ts';
import type { RequestKind } from './request-kind.ts';

/** Source: @salesforce/packaging, which polls `Status` until it is SUCCESS or ERROR, and prints `Errors`. */
export const installRequests: RequestKind = {
  object: 'PackageInstallRequest',
  nextStatus: () => undefined,
  work: ({ context, row, waiting: { installKey, profileIds } }) =>
    installPackage(context, {
      versionId: String(row['SubscriberPackageVersionKey']),
      installKey,
      access: toPackageAccess(row['SecurityType'], profileIds),
    }),
  succeed: ({ context, waiting: { id } }) =>
    updateToolingRow(context, 'PackageInstallRequest', id, { Status: 'SUCCESS' }),
  fail({ context, waiting: { id } }, problems) {
    const Errors = JSON.stringify({ errors: problems.map((message) => ({ message })) });
    updateToolingRow(context, 'PackageInstallRequest', id, { Status: 'ERROR', Errors });
  },
};
