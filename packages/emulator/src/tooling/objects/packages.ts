import { checkbox, integer, lookup, picklist, readOnly, required, text, textArea } from '../../schema/define-field.ts';
import { defineObject } from '../../schema/define-object.ts';
import { auditFields, idField, isDeletedField } from '../../schema/system-fields.ts';

const system = [isDeletedField, ...auditFields];

/** A second-generation package. Source: Tooling API Object Reference, Package2; the queries of @salesforce/packaging. */
export const package2 = defineObject({
  name: 'Package2',
  label: 'Package',
  labelPlural: 'Packages',
  keyPrefix: '0Ho',
  deletable: false,
  fields: [
    idField('Package2 ID'),
    ...system,
    lookup('SubscriberPackageId', 'Subscriber Package ID', 'SubscriberPackage', readOnly),
    text('Name', 'Package Name', 80, { ...required, nameField: true }),
    textArea('Description', 'Description', 4000),
    text('NamespacePrefix', 'Namespace Prefix', 15, { updateable: false }),
    picklist('ContainerOptions', 'Container Options', 40, ['Managed', 'Unlocked'], {
      ...required,
      restrictedPicklist: true,
      updateable: false,
    }),
    checkbox('IsDeprecated', 'Is Deprecated', { createable: false }),
    checkbox('IsOrgDependent', 'Is Org Dependent', { updateable: false }),
    text('ConvertedFromPackageId', 'Converted From Package ID', 18),
    text('PackageErrorUsername', 'Package Error Username', 80),
    checkbox('AppAnalyticsEnabled', 'App Analytics Enabled'),
    lookup('RecommendedVersionId', 'Recommended Version ID', 'SubscriberPackageVersion', { createable: false }),
  ],
});

const number = (name: string, label: string) => integer(name, label, { ...readOnly, nillable: false });

/** Source: Tooling API Object Reference, Package2Version; the queries of @salesforce/packaging. */
export const package2Version = defineObject({
  name: 'Package2Version',
  label: 'Package Version',
  labelPlural: 'Package Versions',
  keyPrefix: '05i',
  createable: false,
  deletable: false,
  fields: [
    idField('Package2Version ID'),
    ...system,
    lookup('Package2Id', 'Package2 ID', 'Package2', readOnly),
    lookup('SubscriberPackageVersionId', 'Subscriber Package Version ID', 'SubscriberPackageVersion', readOnly),
    text('Name', 'Version Name', 80, { createable: false, nameField: true }),
    textArea('Description', 'Description', 4000, { createable: false }),
    text('Tag', 'Tag', 240, { createable: false }),
    text('Branch', 'Branch', 240, { createable: false }),
    lookup('AncestorId', 'Ancestor ID', 'Package2Version', { ...readOnly, relationshipName: 'Ancestor' }),
    number('MajorVersion', 'Major Version'),
    number('MinorVersion', 'Minor Version'),
    number('PatchVersion', 'Patch Version'),
    number('BuildNumber', 'Build Number'),
    checkbox('IsReleased', 'Is Released', { createable: false }),
    checkbox('IsDeprecated', 'Is Deprecated', { createable: false }),
    checkbox('IsPasswordProtected', 'Is Password Protected', readOnly),
    text('InstallKey', 'Install Key', 255, { createable: false }),
    checkbox('ValidationSkipped', 'Validation Skipped', readOnly),
    checkbox('ValidatedAsync', 'Validated Async', readOnly),
    checkbox('HasPassedCodeCoverageCheck', 'Has Passed Code Coverage Check', readOnly),
    checkbox('HasMetadataRemoved', 'Has Metadata Removed', readOnly),
    checkbox('HasVpi', 'Has Vpi', readOnly),
    textArea('CodeCoverage', 'Code Coverage', 32_768, readOnly),
    textArea('CodeCoveragePercentages', 'Code Coverage Percentages', 32_768, readOnly),
    text('ConvertedFromVersionId', 'Converted From Version ID', 18, readOnly),
    text('ReleaseVersion', 'Release Version', 10, readOnly),
    integer('BuildDurationInSeconds', 'Build Duration In Seconds', readOnly),
    integer('EndToEndBuildDurationInSeconds', 'End To End Build Duration In Seconds', readOnly),
    integer('TotalNumberOfMetadataFiles', 'Total Number Of Metadata Files', readOnly),
    integer('TotalSizeOfMetadataFiles', 'Total Size Of Metadata Files', readOnly),
    text('Language', 'Language', 40, readOnly),
    text('DeveloperUsePkgZip', 'Developer Use Package Zip', 255, readOnly),
  ],
});

/** Source: Tooling API Object Reference, Package2VersionCreateRequest. */
export const package2VersionCreateRequest = defineObject({
  name: 'Package2VersionCreateRequest',
  label: 'Package Version Create Request',
  labelPlural: 'Package Version Create Requests',
  keyPrefix: '08c',
  updateable: false,
  deletable: false,
  fields: [
    idField('Package2VersionCreateRequest ID'),
    ...system,
    lookup('Package2Id', 'Package2 ID', 'Package2', required),
    lookup('Package2VersionId', 'Package2 Version ID', 'Package2Version', readOnly),
    text('Tag', 'Tag', 240),
    text('Branch', 'Branch', 240),
    picklist(
      'Status',
      'Status',
      40,
      [
        'Queued',
        'InProgress',
        'Initializing',
        'VerifyingFeaturesAndSettings',
        'VerifyingDependencies',
        'VerifyingMetadata',
        'FinalizingPackageVersion',
        'PerformingValidations',
        'Success',
        'Error',
      ],
      readOnly,
    ),
    text('Instance', 'Instance', 10),
    text('InstallKey', 'Install Key', 255),
    checkbox('IsPasswordProtected', 'Is Password Protected', readOnly),
    checkbox('CalculateCodeCoverage', 'Calculate Code Coverage'),
    checkbox('SkipValidation', 'Skip Validation'),
    checkbox('AsyncValidation', 'Async Validation'),
    checkbox('CalcTransitiveDependencies', 'Calculate Transitive Dependencies'),
    textArea('DependencyGraphJson', 'Dependency Graph Json', 32_768, readOnly),
    checkbox('IsConversionRequest', 'Is Conversion Request', readOnly),
    checkbox('IsDevUsePkgZipRequested', 'Is Developer Use Package Zip Requested'),
    text('Language', 'Language', 40),
  ],
});

/** Why a version could not be made. Source: Tooling API Object Reference, Package2VersionCreateRequestError. */
export const package2VersionCreateRequestError = defineObject({
  name: 'Package2VersionCreateRequestError',
  label: 'Package Version Create Request Error',
  labelPlural: 'Package Version Create Request Errors',
  keyPrefix: '0Ha',
  createable: false,
  updateable: false,
  deletable: false,
  fields: [
    idField('Package2VersionCreateRequestError ID'),
    ...system,
    lookup('ParentRequestId', 'Parent Request ID', 'Package2VersionCreateRequest', readOnly),
    text('Message', 'Message', 4000, readOnly),
  ],
});
