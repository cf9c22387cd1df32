import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { contentDocument } from '../../schema/standard/content-document.ts';
import { publishVersion } from '../content/publish-version.ts';
import { readNoteHtml } from '../content/read-note-html.ts';
import { renameDocument } from '../content/rename-document.ts';
import { removeRecord } from '../delete-record.ts';
import type { ObjectBehavior } from '../object-behavior.ts';

/** An enhanced note is the latest version of a `.snote` document. Source: Object Reference v65, ContentNote. */
export const contentNote: ObjectBehavior = {
  object: 'ContentNote',
  beforeCreate({ userId }, values) {
    const given = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById'];
    const isForOther = values['OwnerId'] !== userId;
    // Only who may set audit fields comes this far with one.
    const audit = isForOther ? 'OwnerId' : given.find((name) => (values[name] ?? null) !== null);
    if (audit !== undefined) throw new NotEmulatedError(`${audit} in the creation of a ContentNote`);
  },
  create(context, values) {
    const title = String(values['Title']);
    const { documentId } = publishVersion(context, {
      title,
      pathOnClient: `${title}.snote`,
      data: readNoteHtml(values['Content'], 'Content'),
    });
    return documentId;
  },
  beforeUpdate(_, changes) {
    if ('Content' in changes) changes['Content'] = readNoteHtml(changes['Content'], 'Content');
  },
  afterUpdate(context, changes, record) {
    const title = String(changes['Title'] ?? record['Title']);
    const documentId = String(record['Id']);
    const data = changes['Content'];
    if (data instanceof Uint8Array)
      publishVersion(context, { title, pathOnClient: `${title}.snote`, data, documentId });
    else renameDocument(context, documentId, title);
  },
  afterDelete(context, record) {
    const document = context.org.records.find('ContentDocument', String(record['Id']));
    if (document && document['IsDeleted'] === 0) removeRecord(context, contentDocument, document);
  },
};
