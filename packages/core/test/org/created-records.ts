import type { Exchanged } from '../build/answering-server.ts';
import type { OrgSession } from './session-of.ts';

interface CreatedRecord {
  readonly object: string;
  readonly id: string;
}

/** What was created by these requests, the last first: children before their parents. */
export function createdRecords(exchanges: readonly Exchanged[]): CreatedRecord[] {
  const created = exchanges.flatMap(({ path, sent, status, body }): CreatedRecord[] => {
    if (path.endsWith('/composite') && status === 200) {
      const { compositeRequest = [] } = JSON.parse(sent) as {
        compositeRequest?: { url: string; referenceId: string }[];
      };
      const { compositeResponse = [] } = JSON.parse(body) as {
        compositeResponse?: { referenceId: string; httpStatusCode: number; body: unknown }[];
      };
      return compositeResponse.flatMap((answer) => {
        const request = compositeRequest.find(({ referenceId }) => referenceId === answer.referenceId);
        return answer.httpStatusCode === 201 && request !== undefined ? recordAt(request.url, answer.body) : [];
      });
    }
    return status === 201 ? recordAt(path, JSON.parse(body)) : [];
  });
  return created.toReversed();
}

function recordAt(path: string, body: unknown): CreatedRecord[] {
  const object = /\/sobjects\/([A-Za-z0-9_]+)/.exec(path)?.[1];
  const id = typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined;
  if (object === undefined || typeof id !== 'string') return [];
  // Salesforce deletes notes as what they are stored as.
  return [{ object: object === 'ContentNote' ? 'ContentDocument' : object, id }];
}

/** Deletes them; what is gone already, or went with its parent, is as good. @throws Error naming what is left */
export async function deleteRecords(records: readonly CreatedRecord[], session: OrgSession): Promise<void> {
  const left: string[] = [];
  for (const { object, id } of records) {
    const url = new URL(`/services/data/v66.0/sobjects/${object}/${id}`, session.instanceUrl);
    const answer = await fetch(url, { method: 'DELETE', headers: { Authorization: `Bearer ${session.accessToken}` } });
    const text = await answer.text();
    const isGone = answer.ok || answer.status === 404 || /ENTITY_IS_DELETED|INVALID_CROSS_REFERENCE_KEY/.test(text);
    if (!isGone) left.push(`${object} ${id} (${answer.status} ${text.slice(0, 200)})`);
  }
  if (left.length > 0) throw new Error(`The test has left records in the org: ${left.join('; ')}`);
}
