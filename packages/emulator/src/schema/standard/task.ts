import { defineObject } from '../define-object.ts';
import {
  checkbox,
  combobox,
  date,
  dateTime,
  integer,
  lookup,
  picklist,
  readOnly,
  required,
  text,
  textArea,
} from '../define-field.ts';
import { auditFields, idField, isDeletedField, queueOrUserOwnerField } from '../system-fields.ts';
import { activitySubjectValues, whatField, whoField } from './activity-fields.ts';
import { recurrenceFields } from './recurrence-fields.ts';

/** Everyone who sees tasks sees these. */
const fixed = { described: { permissionable: false } } as const;

/**
 * Source: Object Reference and Field Reference, Task; the members of what it shares with Event from the describe of Event
 * recorded by CumulusCI; the values of Type as in the value set TaskType of trailheadapps/dreamhouse-lwc. Which values of Status are closed is in the standard value set TaskStatus.
 */
export const task = defineObject({
  name: 'Task',
  label: 'Task',
  labelPlural: 'Tasks',
  keyPrefix: '00T',
  linkable: true,
  scopes: ['delegated', 'scopingRule', 'team'],
  resources: { approvalLayouts: null, listviews: null },
  fields: [
    idField('Activity ID'),
    whoField('Tasks'),
    whatField('Tasks'),
    combobox('Subject', 'Subject', 255, activitySubjectValues, {
      nameField: true,
      described: { groupable: false, permissionable: false },
    }),
    date('ActivityDate', 'Due Date Only', { described: { aggregatable: false, permissionable: false } }),
    picklist(
      'Status',
      'Status',
      255,
      ['*Not Started', 'In Progress', '!Completed', 'Waiting on someone else', 'Deferred'],
      { ...required, defaultedOnCreate: true },
    ),
    picklist('Priority', 'Priority', 255, ['^High', '*Normal', 'Low'], { ...required, defaultedOnCreate: true }),
    picklist('Type', 'Type', 40, ['Call', 'Meeting', 'Other', 'Email']),
    checkbox('IsHighPriority', 'High Priority', readOnly),
    { ...queueOrUserOwnerField, label: 'Assigned To ID' },
    textArea('Description', 'Description', 32_000),
    isDeletedField,
    lookup('AccountId', 'Account ID', 'Account', { ...readOnly, searched: true }),
    checkbox('IsClosed', 'Closed', readOnly),
    ...auditFields,
    checkbox('IsArchived', 'Archived', readOnly),
    integer('CallDurationInSeconds', 'Call Duration', fixed),
    picklist('CallType', 'Call Type', 40, ['Internal', 'Inbound', 'Outbound'], { restrictedPicklist: true, ...fixed }),
    text('CallDisposition', 'Call Result', 255, fixed),
    text('CallObject', 'Call Object Identifier', 255, fixed),
    dateTime('ReminderDateTime', 'Reminder Date/Time', fixed),
    checkbox('IsReminderSet', 'Reminder Set'),
    ...recurrenceFields(
      'Task',
      'Create Recurring Series of Tasks',
      date('RecurrenceStartDateOnly', 'Recurrence Start', fixed),
    ),
    picklist(
      'RecurrenceRegeneratedType',
      'Repeat This Task',
      40,
      [
        'None',
        'RecurrenceRegenerateAfterDueDate=After due date',
        'RecurrenceRegenerateAfterToday=After date completed',
        'RecurrenceRegenerated=(Task Closed)',
      ],
      { restrictedPicklist: true, ...fixed },
    ),
    picklist(
      'TaskSubtype',
      'Task Subtype',
      40,
      ['Task', 'Email', 'ListEmail=List Email', 'Cadence', 'Call', 'LinkedIn'],
      {
        updateable: false,
        restrictedPicklist: true,
        ...fixed,
      },
    ),
    dateTime('CompletedDateTime', 'Completed Date', { ...readOnly, since: 49 }),
  ],
});
