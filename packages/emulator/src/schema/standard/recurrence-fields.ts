import { checkbox, date, integer, lookup, picklist, readOnly } from '../define-field.ts';
import type { FieldDefinition } from '../object-definition.ts';

const fixed = { described: { permissionable: false } } as const;
const wide = { described: { digits: 9, permissionable: false } } as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** How a task or event repeats. Source: describe of Event recorded by CumulusCI. @param start the field of its first day */
export function recurrenceFields(
  object: 'Event' | 'Task',
  label: string,
  start: FieldDefinition,
): readonly FieldDefinition[] {
  return [
    lookup('RecurrenceActivityId', 'Recurrence Activity ID', object, {
      ...readOnly,
      relationshipName: '',
      childRelationshipName: `Recurring${object}s`,
      described: {},
    }),
    checkbox('IsRecurrence', label, { updateable: false }),
    start,
    date('RecurrenceEndDateOnly', 'Recurrence End', fixed),
    picklist('RecurrenceTimeZoneSidKey', 'Recurrence Time Zone', 40, [], { restrictedPicklist: true, ...fixed }),
    picklist(
      'RecurrenceType',
      'Recurrence Type',
      40,
      [
        'RecursDaily=Recurs Daily',
        'RecursEveryWeekday=Recurs Every Weekday',
        'RecursMonthly=Recurs Monthly',
        'RecursMonthlyNth=Recurs Monthly Nth',
        'RecursWeekly=Recurs Weekly',
        'RecursYearly=Recurs Yearly',
        'RecursYearlyNth=Recurs Yearly Nth',
      ],
      { restrictedPicklist: true, ...fixed },
    ),
    integer('RecurrenceInterval', 'Recurrence Interval', wide),
    integer('RecurrenceDayOfWeekMask', 'Recurrence Day of Week Mask', wide),
    integer('RecurrenceDayOfMonth', 'Recurrence Day of Month', wide),
    picklist(
      'RecurrenceInstance',
      'Recurrence Instance',
      40,
      ['First=1st', 'Second=2nd', 'Third=3rd', 'Fourth=4th', 'Last=last'],
      { restrictedPicklist: true, ...fixed },
    ),
    picklist('RecurrenceMonthOfYear', 'Recurrence Month of Year', 40, MONTHS, { restrictedPicklist: true, ...fixed }),
  ];
}
