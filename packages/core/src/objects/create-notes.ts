import { z } from 'zod';
import { parseApiFaults } from '../errors/api-fault.ts';
import { createSalesforceError } from '../errors/create-salesforce-error.ts';
import { parseAnswer } from '../errors/parse-answer.ts';
import { checkRecordId } from '../plan/check-names.ts';
import { checkSize } from '../plan/check-size.ts';
import { noteRequest } from '../plan/note-subrequests.ts';
import { dateTimeSchema, recordIdSchema, savedSchema } from '../transport/answer-schemas.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import { sendComposite } from '../transport/send-composite.ts';
import type { Notes } from './notes.ts';

const OBJECT = 'ContentNote';
const noteSchema = z.looseObject({ Id: recordIdSchema, Title: z.string(), LastModifiedDate: dateTimeSchema });

/** Source: Object Reference, ContentNote and ContentDocumentLink. */
export function createNotes(transport: OrgTransport): Notes {
  return {
    async create({ title, body, links }, { signal } = {}) {
      const steps = noteRequest({ title, body, links }, transport);
      checkSize({ subrequests: steps.length, queries: 0, relatedIds: 0 });
      const answers = await sendComposite(transport, steps, {
        allOrNone: true,
        attempt: { verb: 'create', object: OBJECT },
        signal,
      });
      const attemptAt = (index: number) =>
        ({ verb: 'create', object: steps[index]?.object, path: steps[index]?.path }) as const;
      const failed = answers
        .map(({ status, body: faults }, index) => ({ status, faults: parseApiFaults(faults), index }))
        .filter(({ status }) => status >= 300);
      const culprit =
        failed.find(({ faults }) => faults.some(({ errorCode }) => errorCode !== 'PROCESSING_HALTED')) ?? failed[0];
      if (culprit !== undefined) {
        const { faults, status, index } = culprit;
        throw createSalesforceError(faults, { attempt: attemptAt(index), httpStatus: status, rolledBack: true });
      }
      const [id = '', ...linkIds] = answers.map(
        (answer, index) =>
          parseAnswer(savedSchema, answer.body, { attempt: attemptAt(index), httpStatus: answer.status }).id,
      );
      return { id, linkIds };
    },

    async read(id, { signal } = {}) {
      const recordId = checkRecordId(id, 'id');
      const attempt = { verb: 'retrieve', object: OBJECT, recordId } as const;
      const path = `/sobjects/${OBJECT}/${recordId}`;
      const note = await transport.send({
        method: 'GET',
        path: `${path}?fields=Id,Title,LastModifiedDate`,
        answer: noteSchema,
        attempt,
        signal,
      });
      const html = await transport.send({
        method: 'GET',
        path: `${path}/Content`,
        answer: z.string(),
        attempt,
        signal,
      });
      return { id: note.Id, title: note.Title, html, lastModifiedAt: note.LastModifiedDate };
    },
  };
}
