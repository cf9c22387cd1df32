import { createEmulator, type Emulator } from '@uman/emulator';
import type { WriteDealInput } from '@uman/contracts';

export interface NaiveClientOptions {
  readonly deal: WriteDealInput;
  /** What the customer's org has beside the standard objects. */
  readonly orgMetadata: string;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * The API calls of a client that sends one request for each record and one for each look-up, without a ledger: counted by
 * an org of its own, in which it writes the same deal.
 */
export async function countNaiveApiCalls({ deal, orgMetadata }: NaiveClientOptions): Promise<number> {
  const org = await createEmulator({ install: [{ directory: orgMetadata }] });
  try {
    await writeOneByOne(org, deal);
    return org.apiCalls();
  } finally {
    await org.close();
  }
}

/** Writes a deal as such a client does; a second time it writes it again. */
export async function writeOneByOne(org: Emulator, deal: WriteDealInput): Promise<void> {
  const { accessToken, instanceUrl } = org.issueSession();
  const call = async (path: string, body?: Fields): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${instanceUrl}/services/data/v66.0${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`The one-by-one client got ${answer.status} for ${path}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  };
  const create = async (object: string, fields: Fields) => String((await call(`/sobjects/${object}`, fields))['id']);
  const find = async (object: string, match: Fields): Promise<string | undefined> => {
    const where = Object.entries(match).map(([field, value]) => `${field} = '${String(value)}'`);
    const query = new URLSearchParams({ q: `SELECT Id FROM ${object} WHERE ${where.join(' AND ')}` }).toString();
    const { records } = (await call(`/query?${query}`)) as { records: { Id: string }[] };
    return records[0]?.Id;
  };

  const ids = new Map<string, string>();
  const idOf = (value: unknown) => (isRef(value) ? ids.get(value.ref) : value);
  const resolved = (fields: Fields) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, idOf(value)]));
  const waiting = [...(deal.required ?? [])];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ fields }) => Object.values(fields ?? {}).every((v) => idOf(v) !== undefined));
    const [required] = waiting.splice(next, 1);
    if (next < 0 || required === undefined) throw new Error('The required records of the deal refer to each other.');
    const { ref, object, match, fields = {} } = required;
    const known = match && (await find(object, match));
    ids.set(ref, known ?? (await create(object, { ...match, ...resolved(fields) })));
  }

  const { pipeline, fields } = deal.record;
  const recordType =
    pipeline === undefined ? {} : { RecordTypeId: await find('RecordType', recordTypeNamed(pipeline)) };
  const dealId = await create('Opportunity', { ...resolved(fields), ...recordType });
  for (const { contactId, role, isPrimary } of deal.roles ?? []) {
    const [ContactId, Role, IsPrimary] = [idOf(contactId), role, isPrimary ?? false];
    await create('OpportunityContactRole', { OpportunityId: dealId, ContactId, Role, IsPrimary });
  }
  if (deal.note === undefined) return;
  const Content = Buffer.from('<p>The same note.</p>').toString('base64');
  const noteId = await create('ContentNote', { Title: deal.note.title, Content });
  for (const LinkedEntityId of [dealId, ...(deal.note.links ?? []).map(idOf)]) {
    await create('ContentDocumentLink', { ContentDocumentId: noteId, LinkedEntityId, ShareType: 'V' });
  }
}

function recordTypeNamed(pipeline: string): Fields {
  return { SobjectType: 'Opportunity', DeveloperName: pipeline };
}

function isRef(value: unknown): value is { readonly ref: string } {
  return typeof value === 'object' && value !== null && 'ref' in value;
}
