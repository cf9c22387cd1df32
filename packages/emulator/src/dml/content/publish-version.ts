import { createHash } from 'node:crypto';
import type { ObjectDefinition } from '../../schema/object-definition.ts';
import { contentDocument } from '../../schema/standard/content-document.ts';
import { contentNote } from '../../schema/standard/content-note.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import type { DmlContext } from '../dml-context.ts';
import type { StoredRecord } from '../stored-record.ts';
import { insertRow, timestamp, updateRow } from '../write-row.ts';
import { linkDocument } from './link-document.ts';
import { toFileType } from './to-file-type.ts';
import { toTextPreview } from './to-text-preview.ts';

export interface PublishVersionOptions {
  readonly title: string;
  readonly pathOnClient: string;
  readonly data: Uint8Array;
  /** The document that gets a new version; a new document unless given. */
  readonly documentId?: string;
  /** Further values of the ContentVersion, custom fields included. */
  readonly values?: StoredRecord;
}

export interface PublishedVersion {
  readonly documentId: string;
  readonly versionId: string;
}

/**
 * Stores a version of a file or note: its document, which the user owns through a link of their own, and for a `.snote`
 * the ContentNote of the same id. Source: Object Reference v65, ContentVersion, ContentNote and ContentDocumentLink;
 * convert-notes-to-chatter-notes, which writes enhanced notes as `.snote` versions.
 */
export function publishVersion(context: DmlContext, options: PublishVersionOptions): PublishedVersion {
  const extension = extensionOf(options.pathOnClient);
  const isNote = extension === 'snote';
  if (isNote && !context.org.schema.object('ContentNote')) {
    throw new NotEmulatedError('a .snote ContentVersion while Notes are disabled');
  }
  const now = timestamp(context);
  const { org, userId } = context;
  const versions = requireObject(context, 'ContentVersion');
  const versionId = org.recordIds.allocate('068');
  const documentId = options.documentId ?? org.recordIds.allocate('069');
  const file: StoredRecord = {
    Title: options.title,
    ContentSize: options.data.byteLength,
    FileExtension: extension,
    FileType: toFileType(extension),
    ContentModifiedDate: now,
  };
  const sharingPrivacy = options.values?.['SharingPrivacy'] ?? 'N';
  const documentRow: StoredRecord = { ...file, LatestPublishedVersionId: versionId };
  const noteRow: StoredRecord = {
    ...file,
    Content: options.data,
    ContentSizeLong: options.data.byteLength,
    TextPreview: isNote ? toTextPreview(Buffer.from(options.data).toString('utf8')) : null,
    LatestContentId: org.recordIds.allocate('05T'),
    LatestPublishedVersionId: versionId,
  };

  let versionNumber = 1;
  if (options.documentId === undefined) {
    const owned: StoredRecord = { OwnerId: userId, SharingPrivacy: sharingPrivacy };
    insertRow(context, contentDocument, { ...documentRow, ...owned, PublishStatus: 'P' }, documentId);
    if (isNote) insertRow(context, contentNote, { ...noteRow, ...owned }, documentId);
    linkDocument(context, { documentId, linkedEntityId: userId, shareType: 'I' });
  } else {
    versionNumber = 1 + countVersions(context, documentId);
    org.statements.prepare('UPDATE "ContentVersion" SET "IsLatest" = 0 WHERE "ContentDocumentId" = ?').run(documentId);
    updateRow(context, contentDocument, documentId, documentRow);
    if (isNote) updateRow(context, contentNote, documentId, noteRow);
  }

  insertRow(
    context,
    versions,
    {
      Origin: 'H',
      ...options.values,
      ...file,
      SharingPrivacy: sharingPrivacy,
      ContentDocumentId: documentId,
      IsLatest: 1,
      VersionNumber: String(versionNumber),
      PathOnClient: options.pathOnClient,
      OwnerId: userId,
      ContentModifiedById: userId,
      PublishStatus: 'P',
      VersionData: options.data,
      Checksum: createHash('md5').update(options.data).digest('hex'),
      TextPreview: noteRow['TextPreview'] ?? null,
    },
    versionId,
  );
  const location = options.values?.['FirstPublishLocationId'];
  if (typeof location === 'string' && location !== userId) {
    linkDocument(context, { documentId, linkedEntityId: location, shareType: 'V' });
  }
  return { documentId, versionId };
}

function countVersions({ org }: DmlContext, documentId: string): number {
  const row = org.statements
    .prepare('SELECT count(*) AS n FROM "ContentVersion" WHERE "ContentDocumentId" = ? AND "IsDeleted" = 0')
    .get(documentId);
  return Number(row?.['n']);
}

function extensionOf(path: string): string | null {
  const match = /\.([^./\\]+)$/.exec(path);
  return match?.[1]?.toLowerCase() ?? null;
}

function requireObject(context: DmlContext, name: string): ObjectDefinition {
  const object = context.org.schema.object(name);
  if (!object) throw new Error(`The schema of this org has no ${name}.`);
  return object;
}
