import { contentDocument } from '../../schema/standard/content-document.ts';
import { contentNote } from '../../schema/standard/content-note.ts';
import { contentVersion } from '../../schema/standard/content-version.ts';
import type { DmlContext } from '../dml-context.ts';
import { updateRow } from '../write-row.ts';

/** A title belongs to the document, its latest version and its note alike. */
export function renameDocument(context: DmlContext, documentId: string, title: string): void {
  const document = context.org.records.find('ContentDocument', documentId);
  if (!document || document['Title'] === title) return;
  updateRow(context, contentDocument, documentId, { Title: title });
  updateRow(context, contentVersion, String(document['LatestPublishedVersionId']), { Title: title });
  if (document['FileType'] === 'SNOTE') updateRow(context, contentNote, documentId, { Title: title });
}
