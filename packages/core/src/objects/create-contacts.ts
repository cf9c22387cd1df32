import type { UpdateFields } from '../fields/record-fields.ts';
import { createContactInsights } from '../insights/create-contact-insights.ts';
import type { PackageSchema } from '../package-schema.ts';
import type { VisibleFields } from '../reads/visible-fields.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { ContactFields, Contacts } from './contacts.ts';
import { createObjectClient } from './create-object-client.ts';
import { readContactDetails } from './read-contact-details.ts';

export function createContacts({
  transport,
  visible,
  schema,
}: {
  transport: OrgTransport;
  visible: VisibleFields;
  schema: PackageSchema;
}): Contacts {
  const contacts = createObjectClient<ContactFields, UpdateFields<'Contact'>>(transport, 'Contact');
  return {
    ...contacts,
    setStatus: async (id, { field, value }, options) =>
      contacts.enrich(id, { [field]: { value, how: 'overwrite' } }, options),
    insights: createContactInsights({ transport, schema }),
    details: async (id, options = {}) => readContactDetails(id, options, { transport, visible }),
  };
}
