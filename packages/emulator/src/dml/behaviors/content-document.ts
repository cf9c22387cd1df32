import { contentNote } from '../../schema/standard/content-note.ts';
import { contentVersion } from '../../schema/standard/content-version.ts';
import { renameDocument } from '../content/rename-document.ts';
import type { ObjectBehavior } from '../object-behavior.ts';
import { updateRow } from '../write-row.ts';

/** Deleting a document deletes its versions, its links and its note. Source: public integrations that do exactly this. */
export const contentDocument: ObjectBehavior = {
  object: 'ContentDocument',
  beforeUpdate(context, changes, record) {
    if (typeof changes['Title'] === 'string') renameDocument(context, String(record['Id']), changes['Title']);
  },
  afterDelete(context, record) {
    const documentId = String(record['Id']);
    for (const version of context.org.records.findBy(contentVersion, 'ContentDocumentId', documentId)) {
      updateRow(context, contentVersion, String(version['Id']), { IsDeleted: 1 });
    }
    const note = context.org.records.find('ContentNote', documentId);
    if (note) updateRow(context, contentNote, documentId, { IsDeleted: 1 });
  },
};
