import { createHash } from 'node:crypto';
import { z } from 'zod';
import { afterWrite } from '../errors/after-write.ts';
import type { Attempt } from '../errors/attempt.ts';
import { noteContent } from '../notes/note-fields.ts';
import { queryPart, type ReadPart } from '../reads/read-part.ts';
import { buildQuery } from '../soql/build-query.ts';
import { recordIdSchema } from '../transport/answer-schemas.ts';
import type { CallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import { refusedPart } from '../transport/refused-part.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { sendComposite, type Subanswer, type Subrequest } from '../transport/send-composite.ts';
import { changedNote } from './changed-note.ts';
import type { NoteState } from './note.ts';
import { NOTE, notePart, peoplePart } from './note-part.ts';
import { latestVersionPart } from './note-versions.ts';

/** What a note shall say, checked already; what is undefined stays as it is. */
export interface NoteUpdate {
  /** 18 characters. */
  readonly id: string;
  readonly title?: string | undefined;
  readonly html?: string | undefined;
  /** As it has to be still; the time is undefined where it is not known. */
  readonly read: { readonly versionId: string; readonly lastModifiedAt: string | undefined };
}

export interface NoteUpdated extends NoteState {
  readonly outcome: 'updated' | 'alreadyThere';
  readonly versionNumber: number;
}

/**
 * One composite of four steps: look for the note in the version that was read; write to the note that was found, which
 * fails where none was; read the note and its latest version, whichever of the two it was. So a lost race costs no further
 * call to say who won it. The write has a guard of its own, for what happens between the first two steps.
 * Sources: REST API guide, Composite (references; headers of subrequests), Conditional Requests.
 *
 * @throws RecordChangedError, RecordNotFoundError
 */
export async function updateNote(
  transport: OrgTransport,
  update: NoteUpdate,
  options: RequestOptions & { readonly meter: CallMeter },
): Promise<NoteUpdated> {
  const { id, title, html, read } = update;
  const attempt: Attempt = {
    verb: 'update',
    object: NOTE,
    recordId: id,
    path: 'note',
    pathOfField: (field) => (field === 'Title' ? 'note.title' : 'note.body'),
  };
  const body = {
    ...(title === undefined ? {} : { Title: title }),
    ...(html === undefined ? {} : { Content: noteContent(html) }),
  };
  const url = `/services/data/v${transport.apiVersion}`;
  const asked = (referenceId: string, { path }: ReadPart<unknown>): Subrequest => ({
    referenceId,
    method: 'GET',
    url: url + path,
  });
  const unchanged = unchangedPart(id, read.versionId);
  const [note, people] = [notePart(id), peoplePart(id)];
  const [found, written, noteNow, ...namesNow] = await sendComposite(
    transport,
    [
      asked('unchanged', unchanged),
      {
        referenceId: 'write',
        method: 'PATCH',
        url: `${url}/sobjects/${NOTE}/@{unchanged.records[0].Id}`,
        body,
        ...(read.lastModifiedAt === undefined ? {} : { httpHeaders: unmodifiedSince(read.lastModifiedAt) }),
      },
      asked('note', note),
      asked('latest', latestVersionPart),
      asked('people', people),
    ],
    { ...options, allOrNone: false, attempt },
  );
  const { wasFound, now, latest } = afterWrite(() => ({
    wasFound: valueOf(unchanged, found, transport).records.length > 0,
    now: valueOf(note, noteNow, transport),
    latest: valueOf(latestVersionPart, namesNow[0], transport),
  }));
  const state = { versionId: latest.Id, versionNumber: latest.VersionNumber, lastModifiedAt: now.LastModifiedDate };
  const status = written?.status ?? 0;

  if (status < 300) return { outcome: 'updated', ...state };
  if (wasFound && status !== 412) {
    throw refusedPart(transport, { status, body: written?.body }, { attempt });
  }
  const isSame =
    (title === undefined || title.trim() === now.Title) && (html === undefined || md5(html) === latest.Checksum);
  if (isSame) return { outcome: 'alreadyThere', ...state };
  const [person] = afterWrite(() => valueOf(people, namesNow[1], transport)).records;
  throw changedNote(id, { changedBy: person?.LastModifiedBy, changedAt: now.LastModifiedDate });
}

/** The note, if its latest version is still this one. */
function unchangedPart(id: string, versionId: string) {
  return queryPart({
    soql: buildQuery({
      select: ['Id'],
      from: NOTE,
      where: [
        { field: 'Id', equals: id },
        { field: 'LatestPublishedVersionId', equals: versionId },
      ],
    }),
    row: z.object({ Id: recordIdSchema }),
    object: NOTE,
  });
}

function unmodifiedSince(lastModifiedAt: string): Record<string, string> {
  return { 'If-Unmodified-Since': new Date(lastModifiedAt).toUTCString() };
}

/** The value of a part that has to have one. */
function valueOf<Value>(part: ReadPart<Value>, answer: Subanswer | undefined, transport: OrgTransport): Value {
  const { status = 0, body } = answer ?? {};
  if (answer !== undefined && status < 300) return part.toValue(answer, transport);
  throw refusedPart(transport, { status, body }, { attempt: part.attempt });
}

function md5(html: string): string {
  return createHash('md5').update(html, 'utf8').digest('hex');
}
