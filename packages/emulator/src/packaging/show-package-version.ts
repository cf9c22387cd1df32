import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import type { Org } from '../org/org.ts';
import { insertToolingRow, type ToolingContext } from '../tooling/tooling-context.ts';
import { toolingSchema } from '../tooling/tooling-schema.ts';
import { findPackageVersion, type PublishedVersion } from './find-package-version.ts';
import { installValidation } from './install-validation.ts';

/**
 * Makes a version visible to an org that asks for it: its rows of SubscriberPackage and SubscriberPackageVersion, with
 * the status of an installation here and now.
 *
 * @param installKey as the query gives it
 * @returns its id of 18 characters, where there is such a version
 */
export function showPackageVersion(
  context: ToolingContext,
  id: string,
  installKey: string | undefined,
): string | undefined {
  const published = findPackageVersion(context.org, id);
  if (!published) return undefined;
  if (!hasKey(published, installKey)) throw refuseKey(installKey);
  saveSubscriberRows(context, published);
  context.org.records.update('SubscriberPackageVersion', published.content.subscriberVersionId, {
    InstallValidationStatus: installValidation(context.org, published),
    InstallationKey: installKey ?? null,
  });
  return published.content.subscriberVersionId;
}

/** What a query was asked with is not there for the next one. */
export function forgetInstallKey({ records }: Pick<Org, 'records'>, id: string): void {
  records.update('SubscriberPackageVersion', id, { InstallationKey: null });
}

export function hasKey({ content }: PublishedVersion, installKey: string | undefined): boolean {
  return content.installKey === null || content.installKey === installKey;
}

/**
 * Source: issues of SFDO-Tooling/CumulusCI (3592: code and text without a key) and forcedotcom/packaging (580: the text of
 * a wrong one). Its code is not known; the CLI looks for INSTALL_KEY in it.
 */
function refuseKey(installKey: string | undefined): SalesforceApiError {
  return new SalesforceApiError(
    installKey === undefined
      ? {
          status: 400,
          errorCode: 'INSTALL_KEY_REQUIRED',
          message:
            'Please provide installationkey when querying against SubscriberPackageVersion that is protected by installationkey',
        }
      : {
          status: 400,
          errorCode: 'INSTALL_KEY_INVALID',
          message: 'Invalid InstallationKey for SubscriberPackageVersion',
        },
  );
}

/** Copies the public rows of the Dev Hub; what is there is brought up to date. */
export function saveSubscriberRows(
  context: ToolingContext,
  { hub, package2, version, subscriberVersion }: PublishedVersion,
): void {
  toolingSchema(context.org);
  const { Id: packageId = null, ...packageRow } =
    hub.records.find('SubscriberPackage', String(package2['SubscriberPackageId'])) ?? {};
  const { Id: versionId = null, ...versionRow } = subscriberVersion;
  const isReleased = version['IsReleased'] === 1;
  put(context, 'SubscriberPackage', String(packageId), packageRow);
  put(context, 'SubscriberPackageVersion', String(versionId), {
    ...versionRow,
    IsBeta: Number(!isReleased),
    ReleaseState: isReleased ? 'Released' : 'Beta',
    IsDeprecated: version['IsDeprecated'] ?? 0,
  });
}

function put(
  context: ToolingContext,
  object: string,
  id: string,
  values: Parameters<Org['records']['insert']>[1],
): void {
  if (context.org.records.find(object, id)) context.org.records.update(object, id, values);
  else insertToolingRow(context, object, values, id);
}
