import { defineObject } from '../define-object.ts';
import { checkbox, dateTime, email, lookup, picklist, readOnly, required, text, textArea } from '../define-field.ts';
import { auditFields, idField, isDeletedField } from '../system-fields.ts';

const fixed = { described: { permissionable: false } } as const;

/** Present with Enhanced Email, as in most orgs. Source: Object Reference and Field Reference, EmailMessage. */
export const emailMessage = defineObject({
  name: 'EmailMessage',
  label: 'Email Message',
  labelPlural: 'Email Messages',
  keyPrefix: '02s',
  linkable: true,
  resources: { approvalLayouts: null, listviews: null },
  described: { mruEnabled: false },
  fields: [
    idField('Email Message ID'),
    lookup('ParentId', 'Case ID', 'Case', {
      updateable: false,
      childRelationshipName: 'EmailMessages',
      cascadeDelete: true,
      described: {},
    }),
    lookup('ActivityId', 'Activity ID', 'Task', {
      updateable: false,
      childRelationshipName: 'EmailMessages',
      described: { permissionable: false },
    }),
    ...auditFields,
    textArea('TextBody', 'Text Body', 131_072, fixed),
    textArea('HtmlBody', 'HTML Body', 131_072, fixed),
    textArea('Headers', 'Headers', 32_000, fixed),
    text('Subject', 'Subject', 3000, { nameField: true, ...fixed }),
    text('FromName', 'From Name', 1000, fixed),
    email('FromAddress', 'From Address', { length: 1000, ...fixed }),
    text('ToAddress', 'To Address', 4000, fixed),
    text('CcAddress', 'CC Address', 4000, fixed),
    text('BccAddress', 'BCC Address', 4000, fixed),
    checkbox('Incoming', 'Is Incoming', { updateable: false }),
    checkbox('HasAttachment', 'Has Attachment', readOnly),
    picklist('Status', 'Status', 40, ['*0=New', '1=Read', '2=Replied', '3=Sent', '4=Forwarded', '5=Draft'], {
      ...required,
      defaultedOnCreate: true,
      restrictedPicklist: true,
    }),
    dateTime('MessageDate', 'Message Date', fixed),
    isDeletedField,
    lookup('ReplyToEmailMessageId', 'Email Message ID', 'EmailMessage', {
      updateable: false,
      described: { permissionable: false },
    }),
    checkbox('IsExternallyVisible', 'Is Externally Visible'),
    text('MessageIdentifier', 'Message ID', 765, fixed),
    text('ThreadIdentifier', 'Thread ID', 765, fixed),
    checkbox('IsClientManaged', 'Is Client Managed', { updateable: false }),
    lookup('RelatedToId', 'Related To ID', [], {
      references: 'activities',
      childRelationshipName: 'Emails',
      described: { permissionable: false, namePointing: true, polymorphicForeignKey: true },
    }),
    checkbox('IsTracked', 'Is Tracked', { updateable: false }),
    dateTime('FirstOpenedDate', 'First Opened', readOnly),
    dateTime('LastOpenedDate', 'Last Opened', readOnly),
    checkbox('IsBounced', 'Bounced?', readOnly),
  ],
});
