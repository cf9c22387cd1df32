import { z } from 'zod';
import { recordIdSchema } from '../transport/answer-schemas.ts';
import type { RelatedList } from './related-list.ts';

/** A contact as a list shows it. A value that the user may not see is undefined, one that is empty is null. */
export interface ContactSummary {
  readonly id: string;
  readonly name: string | null | undefined;
  readonly title: string | null | undefined;
  readonly email: string | null | undefined;
  readonly phone: string | null | undefined;
  readonly mobilePhone: string | null | undefined;
}

const text = z.string().nullish();

/** By name. */
export const accountContacts: RelatedList<ContactSummary> = {
  object: 'Contact',
  relationship: 'Contacts',
  lookup: 'AccountId',
  fields: ['Id', 'Name', 'Title', 'Email', 'Phone', 'MobilePhone'],
  orderBy: [{ field: 'Name' }, { field: 'Id' }],
  row: z
    .object({ Id: recordIdSchema, Name: text, Title: text, Email: text, Phone: text, MobilePhone: text })
    .transform((row): ContactSummary => ({
      id: row.Id,
      name: row.Name,
      title: row.Title,
      email: row.Email,
      phone: row.Phone,
      mobilePhone: row.MobilePhone,
    })),
};
