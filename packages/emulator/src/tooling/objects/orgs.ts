import { checkbox, dateTime, integer, picklist, readOnly, required, text } from '../../schema/define-field.ts';
import { defineObject } from '../../schema/define-object.ts';
import { auditFields, idField, isDeletedField } from '../../schema/system-fields.ts';

const system = [isDeletedField, ...auditFields];
const licenses = ['DEVELOPER', 'DEVELOPER_PRO', 'PARTIAL', 'FULL'];

/** Source: Tooling API Object Reference, SandboxInfo; the requests of @salesforce/core. */
export const sandboxInfo = defineObject({
  name: 'SandboxInfo',
  label: 'Sandbox Info',
  labelPlural: 'Sandbox Infos',
  keyPrefix: '0GQ',
  updateable: false,
  deletable: false,
  fields: [
    idField('Sandbox Info ID'),
    ...system,
    text('SandboxName', 'Sandbox Name', 10, { ...required, nameField: true }),
    picklist('LicenseType', 'License Type', 40, licenses, { restrictedPicklist: true }),
    checkbox('AutoActivate', 'Auto Activate'),
    text('Description', 'Description', 1000),
    text('HistoryDays', 'History Days', 10),
    checkbox('CopyChatter', 'Copy Chatter'),
    text('TemplateId', 'Template ID', 18),
    text('ApexClassId', 'Apex Class ID', 18),
    text('SourceId', 'Source ID', 18),
    text('SourceSandboxName', 'Source Sandbox Name', 10),
    text('ActivationUserGroupId', 'Activation User Group ID', 18),
    text('Features', 'Features', 255),
  ],
});

/** Source: Tooling API Object Reference, SandboxProcess; the queries of @salesforce/core. */
export const sandboxProcess = defineObject({
  name: 'SandboxProcess',
  label: 'Sandbox Process',
  labelPlural: 'Sandbox Processes',
  keyPrefix: '0GR',
  createable: false,
  updateable: false,
  deletable: false,
  fields: [
    idField('Sandbox Process ID'),
    ...system,
    text('Status', 'Status', 40, readOnly),
    text('SandboxName', 'Sandbox Name', 10, { ...readOnly, nameField: true }),
    text('SandboxInfoId', 'Sandbox Info ID', 18, readOnly),
    text('LicenseType', 'License Type', 40, readOnly),
    integer('CopyProgress', 'Copy Progress', readOnly),
    text('SandboxOrganization', 'Sandbox Organization', 18, readOnly),
    dateTime('StartDate', 'Start Date', readOnly),
    dateTime('EndDate', 'End Date', readOnly),
    text('Description', 'Description', 1000, readOnly),
    text('SourceId', 'Source ID', 18, readOnly),
    text('ApexClassId', 'Apex Class ID', 18, readOnly),
    text('ActivationUserGroupId', 'Activation User Group ID', 18, readOnly),
    text('Features', 'Features', 255, readOnly),
  ],
});

/** What changed in the org since the last retrieve. Source: @salesforce/source-tracking. */
export const sourceMember = defineObject({
  name: 'SourceMember',
  label: 'Source Member',
  labelPlural: 'Source Members',
  keyPrefix: '0MZ',
  createable: false,
  updateable: false,
  deletable: false,
  fields: [
    idField('Source Member ID'),
    text('MemberIdOrName', 'Member ID or Name', 255, readOnly),
    text('MemberType', 'Member Type', 80, readOnly),
    text('MemberName', 'Member Name', 255, { ...readOnly, nameField: true }),
    checkbox('IsNameObsolete', 'Is Name Obsolete', readOnly),
    checkbox('IsNewMember', 'Is New Member', readOnly),
    integer('RevisionNum', 'Revision Number', readOnly),
    integer('RevisionCounter', 'Revision Counter', readOnly),
    text('ChangedBy', 'Changed By', 255, readOnly),
    ...auditFields,
  ],
});

/**
 * Whether sandboxes of a production org know what changed in them: one row. Source: the query of @salesforce/plugin-org
 * once a sandbox is made; Salesforce DX guide, Enable Source Tracking in Sandboxes.
 */
export const sourceTrackingSettings = defineObject({
  name: 'SourceTrackingSettings',
  label: 'Source Tracking Settings',
  labelPlural: 'Source Tracking Settings',
  keyPrefix: null,
  createable: false,
  updateable: false,
  deletable: false,
  fields: [
    idField('Source Tracking Settings ID'),
    text('DurableId', 'Durable ID', 80, readOnly),
    checkbox('IsSourceTrackingSandboxesEnabled', 'Is Source Tracking Sandboxes Enabled', readOnly),
  ],
});
