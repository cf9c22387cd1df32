import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { publishVersion } from '../content/publish-version.ts';
import { readNoteHtml } from '../content/read-note-html.ts';
import { renameDocument } from '../content/rename-document.ts';
import { requiredFieldsMissing } from '../field-errors.ts';
import type { ObjectBehavior } from '../object-behavior.ts';
import type { StoredRecord } from '../stored-record.ts';

/**
 * Inserting a version makes its document, or with `ContentDocumentId` the next version of one. The bytes of a version
 * never change. Source: Object Reference v65, ContentVersion; REST API guide, Insert or Update Blob Data.
 */
export const contentVersion: ObjectBehavior = {
  object: 'ContentVersion',
  beforeCreate(_, values) {
    const missing = ['PathOnClient', 'VersionData'].filter((name) => (values[name] ?? null) === null);
    if (missing.length > 0) throw requiredFieldsMissing(missing);
    values['Title'] ??= titleOf(String(values['PathOnClient']));
    if ((values['ContentDocumentId'] ?? null) !== null && (values['FirstPublishLocationId'] ?? null) !== null) {
      throw new NotEmulatedError('a ContentVersion with both ContentDocumentId and FirstPublishLocationId');
    }
  },
  create(context, values) {
    const pathOnClient = String(values['PathOnClient']);
    const isNote = pathOnClient.toLowerCase().endsWith('.snote');
    const bytes = values['VersionData'];
    const data = isNote || !(bytes instanceof Uint8Array) ? readNoteHtml(bytes, 'VersionData') : bytes;
    const documentId = values['ContentDocumentId'];
    const published = publishVersion(context, {
      title: String(values['Title']),
      pathOnClient,
      data,
      ...(typeof documentId === 'string' && { documentId }),
      values: withoutFile(values),
    });
    return published.versionId;
  },
  beforeUpdate(_, changes) {
    if ('VersionData' in changes) {
      throw new NotEmulatedError('VersionData in an update of a ContentVersion: the error is not known');
    }
  },
  afterUpdate(context, changes, record) {
    if (typeof changes['Title'] === 'string' && record['IsLatest'] === 1) {
      renameDocument(context, String(record['ContentDocumentId']), changes['Title']);
    }
  },
};

function titleOf(path: string): string {
  const file = path.split(/[/\\]/).at(-1) ?? path;
  return file.replace(/\.[^.]+$/, '') || file;
}

function withoutFile(values: StoredRecord): StoredRecord {
  const ofFile = new Set(['Title', 'PathOnClient', 'VersionData', 'ContentDocumentId']);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !ofFile.has(name)));
}
