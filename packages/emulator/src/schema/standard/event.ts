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
  text,
  textArea,
} from '../define-field.ts';
import { auditFields, idField, isDeletedField } from '../system-fields.ts';
import { activitySubjectValues, whatField, whoField } from './activity-fields.ts';
import { recurrenceFields } from './recurrence-fields.ts';

/** Everyone who sees events sees these. */
const fixed = { described: { permissionable: false } } as const;

/** Source: describe of Event recorded by CumulusCI. */
export const event = defineObject({
  name: 'Event',
  label: 'Event',
  labelPlural: 'Events',
  keyPrefix: '00U',
  linkable: true,
  scopes: ['delegated', 'scopingRule', 'team'],
  resources: { approvalLayouts: null, listviews: null, eventSeriesUpdates: '/{ID}/fromThisEventOnwards' },
  fields: [
    idField('Activity ID'),
    whoField('Events'),
    whatField('Events'),
    combobox('Subject', 'Subject', 255, activitySubjectValues, {
      nameField: true,
      described: { groupable: false, permissionable: false },
    }),
    text('Location', 'Location', 255),
    checkbox('IsAllDayEvent', 'All-Day Event', { described: { permissionable: true } }),
    dateTime('ActivityDateTime', 'Due Date Time', fixed),
    date('ActivityDate', 'Due Date Only', { described: { aggregatable: false, permissionable: false } }),
    integer('DurationInMinutes', 'Duration', fixed),
    dateTime('StartDateTime', 'Start Date Time', fixed),
    dateTime('EndDateTime', 'End Date Time', fixed),
    date('EndDate', 'End Date', readOnly),
    textArea('Description', 'Description', 32_000),
    lookup('AccountId', 'Account ID', 'Account', { ...readOnly, searched: true }),
    lookup('OwnerId', 'Assigned To ID', ['Calendar', 'User'], {
      nillable: false,
      defaultedOnCreate: true,
      described: {},
    }),
    checkbox('IsPrivate', 'Private'),
    picklist('ShowAs', 'Show Time As', 40, ['*Busy', 'OutOfOffice=Out of Office', 'Free'], {
      defaultedOnCreate: true,
      restrictedPicklist: true,
      ...fixed,
    }),
    isDeletedField,
    checkbox('IsChild', 'Is Child', readOnly),
    checkbox('IsGroupEvent', 'Is Group Event', readOnly),
    picklist(
      'GroupEventType',
      'Group Event Type',
      40,
      ['*0=Non-group Event', '1=Group Event', '2=Proposed Event', '3=IsRecurrence2 Series Pattern'],
      { ...readOnly, defaultedOnCreate: true, restrictedPicklist: true },
    ),
    ...auditFields,
    checkbox('IsArchived', 'Archived', readOnly),
    ...recurrenceFields(
      'Event',
      'Create Recurring Series of Events',
      dateTime('RecurrenceStartDateTime', 'Recurrence Start', fixed),
    ),
    dateTime('ReminderDateTime', 'Reminder Date/Time', fixed),
    checkbox('IsReminderSet', 'Reminder Set'),
    picklist('EventSubtype', 'Event Subtype', 40, ['Event'], { updateable: false, restrictedPicklist: true, ...fixed }),
    checkbox('IsRecurrence2Exclusion', 'Historical Event, Not Following Recurrence', readOnly),
    textArea('Recurrence2PatternText', 'Recurrence Pattern', 512, {
      updateable: false,
      described: { extraTypeInfo: 'plaintextarea', permissionable: false },
    }),
    picklist('Recurrence2PatternVersion', 'Pattern Version', 40, ['1=RFC 5545 v4 RRULE', '2=RFC 5545 v4_2 RRULE'], {
      ...readOnly,
      restrictedPicklist: true,
    }),
    checkbox('IsRecurrence2', 'Repeat', readOnly),
    checkbox('IsRecurrence2Exception', 'Is Exception', readOnly),
    dateTime('Recurrence2PatternStartDate', 'Recurrence Pattern Start Date', readOnly),
    text('Recurrence2PatternTimeZone', 'Recurrence Pattern Time Zone Reference', 255, readOnly),
  ],
});
