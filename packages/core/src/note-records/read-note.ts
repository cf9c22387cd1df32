import { toMarkdown } from '../notes/to-markdown.ts';
import { toNoteHtml } from '../notes/to-note-html.ts';
import { toPlainText } from '../notes/to-plain-text.ts';
import { createReadCheck } from '../reads/check-read.ts';
import { readComposite } from '../reads/read-composite.ts';
import { toSection } from '../reads/section.ts';
import { createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { Note, ReadNoteOptions } from './note.ts';
import { linksPart } from './note-links.ts';
import { NOTE, notePart, peoplePart } from './note-part.ts';
import { latestVersionPart, versionsPart } from './note-versions.ts';
import { readVersionHtml } from './read-version-html.ts';

/** The note, its people, links and versions as one composite, then the text of its latest version. */
export async function readNote(id: string, options: ReadNoteOptions, transport: OrgTransport): Promise<Note> {
  const { links = 50, versions = 20, signal } = options;
  const check = createReadCheck(NOTE);
  const noteId = check.id(id);
  check.limit(links, 'links');
  check.limit(versions, 'versions');
  check.throwIfAny();

  const read = await readComposite(
    transport,
    {
      note: notePart(noteId),
      people: peoplePart(noteId),
      latest: latestVersionPart,
      links: linksPart(noteId, links + 1),
      versions: versionsPart(noteId, versions + 1),
    },
    { signal },
  );
  const { note, people, latest } = read.values;
  const [person] = people.records;
  const versionId = note.LatestPublishedVersionId;
  const meter = createCallMeter();
  const { html: storedHtml } = await readVersionHtml(transport, { noteId, versionId }, { meter, signal });

  // Not spread: that would ask for all its forms.
  return Object.assign(formsOf(storedHtml), {
    id: note.Id,
    title: note.Title,
    createdAt: note.CreatedDate,
    author: person?.CreatedBy,
    lastModifiedAt: note.LastModifiedDate,
    lastModifiedBy: person?.LastModifiedBy,
    versionId,
    versionNumber: latest.VersionNumber,
    links: toSection(read.values.links.records, { limit: links, transport, rest: () => linksPart(noteId) }),
    versions: toSection(read.values.versions.records, { limit: versions, transport, rest: () => versionsPart(noteId) }),
    apiCalls: read.apiCalls + meter.calls,
  });
}

/** A note's text in all its forms; those that cost time when they are first asked for. */
function formsOf(storedHtml: string): Pick<Note, 'html' | 'markdown' | 'text' | 'storedHtml' | 'removed'> {
  const { html, removed } = toNoteHtml({ html: storedHtml });
  let markdown: string | undefined;
  let text: string | undefined;
  return {
    html,
    storedHtml,
    removed,
    get markdown() {
      return (markdown ??= toMarkdown(html));
    },
    get text() {
      return (text ??= toPlainText(html));
    },
  };
}
