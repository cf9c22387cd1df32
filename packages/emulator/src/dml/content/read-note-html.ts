import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { checkNoteHtml } from '../../notes/check-note-html.ts';
import type { StoredValue } from '../stored-record.ts';

/**
 * The HTML of a note as it is stored. Source: Salesforce knowledge article 000232870 for the message; no source has the
 * code that comes with it, so match the text.
 *
 * @param field that holds it
 * @throws SalesforceApiError when the HTML is not allowed in a note
 */
export function readNoteHtml(content: StoredValue | undefined, field: 'Content' | 'VersionData'): Uint8Array {
  const html = content instanceof Uint8Array ? Buffer.from(content).toString('utf8') : '';
  const checked = checkNoteHtml(html);
  if (!checked.ok) {
    throw new SalesforceApiError({
      status: 400,
      errorCode: 'INVALID_FIELD',
      message: checked.message,
      fields: [field],
    });
  }
  return Buffer.from(checked.html, 'utf8');
}
