import { checkbox, integer, lookup, picklist, readOnly, required, text, textArea } from '../../schema/define-field.ts';
import { defineObject } from '../../schema/define-object.ts';
import { auditFields, idField, isDeletedField } from '../../schema/system-fields.ts';

const system = [isDeletedField, ...auditFields];
const fixed = { createable: false, updateable: false, deletable: false } as const;
const value = (name: string, length = 255) => text(name, name, length, readOnly);
/** JSON in the database, an object in answers. */
const complex = (name: string) => textArea(name, name, 32_768, readOnly);

/** Source: Tooling API Object Reference, SubscriberPackage. */
export const subscriberPackage = defineObject({
  name: 'SubscriberPackage',
  label: 'Subscriber Package',
  labelPlural: 'Subscriber Packages',
  keyPrefix: '033',
  ...fixed,
  fields: [
    idField('Subscriber Package ID'),
    text('Name', 'Name', 255, { ...readOnly, nameField: true }),
    value('NamespacePrefix', 15),
    value('Description', 4000),
    checkbox('IsPackageValid', 'Is Package Valid', readOnly),
  ],
});

/** Source: Tooling API Object Reference, SubscriberPackageVersion; the fields that @salesforce/packaging asks for. */
export const subscriberPackageVersion = defineObject({
  name: 'SubscriberPackageVersion',
  label: 'Subscriber Package Version',
  labelPlural: 'Subscriber Package Versions',
  keyPrefix: '04t',
  ...fixed,
  fields: [
    idField('Subscriber Package Version ID'),
    lookup('SubscriberPackageId', 'Subscriber Package ID', 'SubscriberPackage', readOnly),
    text('Name', 'Name', 255, { ...readOnly, nameField: true }),
    value('Description', 4000),
    value('PublisherName'),
    integer('MajorVersion', 'Major Version', readOnly),
    integer('MinorVersion', 'Minor Version', readOnly),
    integer('PatchVersion', 'Patch Version', readOnly),
    integer('BuildNumber', 'Build Number', readOnly),
    value('ReleaseState', 40),
    checkbox('IsManaged', 'Is Managed', readOnly),
    checkbox('IsDeprecated', 'Is Deprecated', readOnly),
    checkbox('IsPasswordProtected', 'Is Password Protected', readOnly),
    checkbox('IsBeta', 'Is Beta', readOnly),
    value('Package2ContainerOptions', 40),
    checkbox('IsSecurityReviewed', 'Is Security Reviewed', readOnly),
    checkbox('IsOrgDependent', 'Is Org Dependent', readOnly),
    value('AppExchangePackageName'),
    value('AppExchangeDescription', 4000),
    value('AppExchangePublisherName'),
    value('AppExchangeLogoUrl'),
    value('ReleaseNotesUrl'),
    value('PostInstallUrl'),
    value('InstallationKey'),
    value('InstallValidationStatus', 40),
    complex('RemoteSiteSettings'),
    complex('CspTrustedSites'),
    complex('Profiles'),
    complex('Dependencies'),
  ],
});

/** Source: Tooling API Object Reference, InstalledSubscriberPackage. */
export const installedSubscriberPackage = defineObject({
  name: 'InstalledSubscriberPackage',
  label: 'Installed Subscriber Package',
  labelPlural: 'Installed Subscriber Packages',
  keyPrefix: '0A3',
  ...fixed,
  fields: [
    idField('Installed Subscriber Package ID'),
    lookup('SubscriberPackageId', 'Subscriber Package ID', 'SubscriberPackage', readOnly),
    lookup('SubscriberPackageVersionId', 'Subscriber Package Version ID', 'SubscriberPackageVersion', readOnly),
    lookup('MinPackageVersionId', 'Min Package Version ID', 'SubscriberPackageVersion', readOnly),
  ],
});

/** Source: Tooling API Object Reference, PackageInstallRequest; the requests of @salesforce/packaging. */
export const packageInstallRequest = defineObject({
  name: 'PackageInstallRequest',
  label: 'Package Install Request',
  labelPlural: 'Package Install Requests',
  keyPrefix: '0Hf',
  updateable: false,
  deletable: false,
  fields: [
    idField('Package Install Request ID'),
    ...system,
    text('SubscriberPackageVersionKey', 'Subscriber Package Version Key', 255, required),
    picklist('NameConflictResolution', 'Name Conflict Resolution', 40, ['Block', 'RenameMetadata']),
    picklist('SecurityType', 'Security Type', 40, ['Custom', 'Full', 'None']),
    text('PackageInstallSource', 'Package Install Source', 40),
    textArea('ProfileMappings', 'Profile Mappings', 32_768),
    text('Password', 'Password', 255),
    checkbox('EnableRss', 'Enable Rss'),
    text('UpgradeType', 'Upgrade Type', 40),
    text('ApexCompileType', 'Apex Compile Type', 40),
    text('SkipHandlers', 'Skip Handlers', 255),
    picklist('Status', 'Status', 40, ['IN_PROGRESS', 'SUCCESS', 'ERROR', 'UNKNOWN'], readOnly),
    complex('Errors'),
  ],
});

/** Source: Tooling API Object Reference, SubscriberPackageVersionUninstallRequest. */
export const uninstallRequest = defineObject({
  name: 'SubscriberPackageVersionUninstallRequest',
  label: 'Subscriber Package Version Uninstall Request',
  labelPlural: 'Subscriber Package Version Uninstall Requests',
  keyPrefix: '06y',
  updateable: false,
  deletable: false,
  fields: [
    idField('Uninstall Request ID'),
    ...system,
    text('SubscriberPackageVersionId', 'Subscriber Package Version ID', 18, required),
    picklist('Status', 'Status', 40, ['Queued', 'InProgress', 'Success', 'Error'], readOnly),
  ],
});

/** Source: the queries of @salesforce/packaging. */
export const uninstallRequestError = defineObject({
  name: 'PackageVersionUninstallRequestError',
  label: 'Package Version Uninstall Request Error',
  labelPlural: 'Package Version Uninstall Request Errors',
  keyPrefix: '06z',
  ...fixed,
  fields: [
    idField('Uninstall Request Error ID'),
    ...system,
    lookup('ParentRequestId', 'Parent Request ID', 'SubscriberPackageVersionUninstallRequest', readOnly),
    text('Message', 'Message', 4000, readOnly),
  ],
});
