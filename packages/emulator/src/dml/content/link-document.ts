import { contentDocumentLink } from '../../schema/standard/content-document-link.ts';
import type { DmlContext } from '../dml-context.ts';
import { insertRow } from '../write-row.ts';

export interface LinkDocumentOptions {
  readonly documentId: string;
  readonly linkedEntityId: string;
  /** `V` viewer, `C` collaborator, `I` inferred from the record. */
  readonly shareType: 'V' | 'C' | 'I';
}

/** A link that the org makes by itself: to the owner, or to the place of the first publication. */
export function linkDocument(context: DmlContext, options: LinkDocumentOptions): void {
  insertRow(context, contentDocumentLink, {
    ContentDocumentId: options.documentId,
    LinkedEntityId: options.linkedEntityId,
    ShareType: options.shareType,
    Visibility: 'AllUsers',
  });
}
