import { z } from 'zod';
import { dateTimeSchema, recordIdSchema } from '../transport/answer-schemas.ts';
import type { EmailInteraction, EventInteraction, TaskInteraction } from './activity.ts';
import { relatedRecordSchema } from './related-record.ts';

const text = z.string().nullish();
const flag = z.boolean().optional();
const moment = dateTimeSchema.nullish();

/** Of a polymorphic parent only the fields of `Name` can be read without TYPEOF. */
const WHO_AND_WHAT = ['Who.Id', 'Who.Name', 'Who.Type', 'What.Id', 'What.Name', 'What.Type'];

export const TASK_FIELDS = [
  'Id',
  'Subject',
  'ActivityDate',
  'LastModifiedDate',
  'Status',
  'IsClosed',
  'TaskSubtype',
  'Description',
  ...WHO_AND_WHAT,
  'Owner.Id',
  'Owner.Name',
] as const;

export const taskRow = z
  .object({
    Id: recordIdSchema,
    Subject: text,
    ActivityDate: text,
    LastModifiedDate: dateTimeSchema,
    Status: text,
    IsClosed: flag,
    TaskSubtype: text,
    Description: text,
    Who: relatedRecordSchema,
    What: relatedRecordSchema,
    Owner: relatedRecordSchema,
  })
  .transform((row): TaskInteraction => ({
    kind: 'task',
    id: row.Id,
    subject: row.Subject,
    at: row.ActivityDate ?? undefined,
    lastModifiedAt: row.LastModifiedDate,
    who: row.Who,
    what: row.What,
    owner: row.Owner,
    status: row.Status,
    isClosed: row.IsClosed,
    subtype: row.TaskSubtype,
    description: row.Description,
  }));

export const EVENT_FIELDS = [
  'Id',
  'Subject',
  'StartDateTime',
  'EndDateTime',
  'IsAllDayEvent',
  'Location',
  'Description',
  'LastModifiedDate',
  ...WHO_AND_WHAT,
  'Owner.Id',
  'Owner.Name',
] as const;

export const eventRow = z
  .object({
    Id: recordIdSchema,
    Subject: text,
    StartDateTime: moment,
    EndDateTime: moment,
    IsAllDayEvent: flag,
    Location: text,
    Description: text,
    LastModifiedDate: dateTimeSchema,
    Who: relatedRecordSchema,
    What: relatedRecordSchema,
    Owner: relatedRecordSchema,
  })
  .transform((row): EventInteraction => ({
    kind: 'event',
    id: row.Id,
    subject: row.Subject,
    at: row.StartDateTime ?? undefined,
    endsAt: row.EndDateTime,
    isAllDay: row.IsAllDayEvent,
    location: row.Location,
    description: row.Description,
    lastModifiedAt: row.LastModifiedDate,
    who: row.Who,
    what: row.What,
    owner: row.Owner,
  }));

export const EMAIL_FIELDS = [
  'Id',
  'Subject',
  'MessageDate',
  'Incoming',
  'FromName',
  'FromAddress',
  'ToAddress',
  'CcAddress',
  'ActivityId',
  'LastModifiedDate',
  'RelatedTo.Id',
  'RelatedTo.Name',
  'RelatedTo.Type',
  'CreatedBy.Id',
  'CreatedBy.Name',
] as const;

export const emailRow = z
  .object({
    Id: recordIdSchema,
    Subject: text,
    MessageDate: moment,
    Incoming: flag,
    FromName: text,
    FromAddress: text,
    ToAddress: text,
    CcAddress: text,
    TextBody: text,
    ActivityId: recordIdSchema.nullish(),
    LastModifiedDate: dateTimeSchema,
    RelatedTo: relatedRecordSchema,
    CreatedBy: relatedRecordSchema,
  })
  .transform((row): EmailInteraction => ({
    kind: 'email',
    id: row.Id,
    subject: row.Subject,
    at: row.MessageDate ?? undefined,
    lastModifiedAt: row.LastModifiedDate,
    what: row.RelatedTo,
    owner: row.CreatedBy,
    incoming: row.Incoming,
    from: { name: row.FromName, address: row.FromAddress },
    to: row.ToAddress,
    cc: row.CcAddress,
    text: row.TextBody,
    taskId: row.ActivityId,
  }));
