import { ACCESS_CODES } from './codes/access.ts';
import { AUTOMATION_CODES } from './codes/automation.ts';
import { AVAILABILITY_CODES } from './codes/availability.ts';
import type { CodeGroup } from './codes/code-group.ts';
import { CODE_KINDS } from './codes/code-kinds.ts';
import { COMMERCE_CODES } from './codes/commerce.ts';
import { CUSTOMIZING_CODES } from './codes/customizing.ts';
import { EMAIL_CODES } from './codes/email.ts';
import { INTEGRATION_CODES } from './codes/integrations.ts';
import { MATCHING_CODES } from './codes/matching.ts';
import { ORG_LIMIT_CODES } from './codes/org-limits.ts';
import { PRODUCT_CODES } from './codes/products.ts';
import { RECORD_CODES } from './codes/records.ts';
import { REQUEST_CODES } from './codes/requests.ts';
import type { SetupPlace } from './codes/setup-places.ts';
import { VALUE_CODES } from './codes/values.ts';
import type { FixedBy, Outcome, SalesforceErrorCode } from './salesforce-error.ts';

/** What one of Salesforce's errorCodes (StatusCodes) means for whoever sent the request. */
export interface ErrorCodeRow {
  readonly code: SalesforceErrorCode;
  /** The same request may succeed later. */
  readonly retryable: boolean;
  /** What is known of a write that was answered so. */
  readonly outcome: Outcome;
  /** Whose turn it is. */
  readonly fixedBy: FixedBy;
  /** The next step in one sentence. */
  readonly remedy: string;
  /** Where an administrator takes that step; it is in `remedy` as well. `{object}` and `{field}` stand for what it is about. */
  readonly setup: SetupPlace | undefined;
  /** Salesforce's text repeats the value that was refused, so it does not belong into a message. */
  readonly repeatsValue: boolean;
}

/** The table by subject, in the order in which a reader would look. */
export const ERROR_CODE_CHAPTERS: readonly { readonly title: string; readonly groups: readonly CodeGroup[] }[] = [
  { title: 'Who is asking', groups: ACCESS_CODES },
  { title: 'Which record', groups: RECORD_CODES },
  { title: 'What the record says', groups: VALUE_CODES },
  { title: "The org's own automation", groups: AUTOMATION_CODES },
  { title: 'When', groups: AVAILABILITY_CODES },
  { title: 'How it was asked', groups: REQUEST_CODES },
  { title: 'Limits of the org', groups: ORG_LIMIT_CODES },
  { title: 'Customizing the org', groups: CUSTOMIZING_CODES },
  { title: 'E-mail', groups: EMAIL_CODES },
  { title: 'Matching and cleaning', groups: MATCHING_CODES },
  { title: 'What the org is connected to', groups: INTEGRATION_CODES },
  { title: 'Commerce', groups: COMMERCE_CODES },
  { title: 'Other products', groups: PRODUCT_CODES },
];

/** The row that a group stands for. */
export function toErrorCodeRow({ kind, fixedBy, remedy, setup, repeatsValue = false }: CodeGroup): ErrorCodeRow {
  const sentence = setup === undefined ? remedy : `${remedy} (${setup}).`;
  return { ...CODE_KINDS[kind], fixedBy, remedy: sentence, setup, repeatsValue };
}

/** The errorCodes of a group. */
export function codesOf({ codes }: CodeGroup): string[] {
  return codes.trim().split(/\s+/);
}

/**
 * The classification of Salesforce's errorCodes, in one place. Sources: StatusCode of the Metadata WSDL v63; REST API
 * guide, Status Codes and Error Responses; SOAP API guide, API Fault Element.
 */
export const ERROR_CODES: ReadonlyMap<string, ErrorCodeRow> = tabulate();

function tabulate(): Map<string, ErrorCodeRow> {
  const rows = new Map<string, ErrorCodeRow>();
  for (const group of ERROR_CODE_CHAPTERS.flatMap(({ groups }) => groups)) {
    const row = toErrorCodeRow(group);
    for (const errorCode of codesOf(group)) {
      if (rows.has(errorCode)) throw new Error(`${errorCode} is in the table twice.`);
      rows.set(errorCode, row);
    }
  }
  return rows;
}

/** What an errorCode means that is not in the table: nothing is assumed, and nothing is tried again. */
export const UNCLASSIFIED: ErrorCodeRow = toErrorCodeRow({
  kind: 'unclassified',
  fixedBy: 'us',
  remedy: 'Report it, so that the errorCode gets a row in the table; Salesforce documents it under Status Codes.',
  repeatsValue: true,
  codes: '',
});

/** What an HTTP status means where the answer carries no errorCode that the table knows. */
export function rowOfStatus(status: number): ErrorCodeRow | undefined {
  const errorCode = STATUS_CODES[status] ?? (status >= 500 ? 'SERVER_UNAVAILABLE' : undefined);
  return errorCode === undefined ? undefined : ERROR_CODES.get(errorCode);
}

/** The errorCode that an HTTP status stands for. Source: REST API guide, Status Codes and Error Responses. */
export const STATUS_CODES: Readonly<Record<number, string>> = {
  401: 'INVALID_SESSION_ID',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  410: 'UNSUPPORTED_API_VERSION',
  412: 'MATCH_PRECONDITION_FAILED',
  413: 'PAYLOAD_SIZE_EXCEEDED',
  414: 'PAYLOAD_SIZE_EXCEEDED',
  415: 'INVALID_CONTENT_TYPE',
  420: 'INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE',
  428: 'MATCH_PRECONDITION_REQUIRED',
  429: 'REQUEST_LIMIT_EXCEEDED',
  431: 'PAYLOAD_SIZE_EXCEEDED',
  501: 'METHOD_NOT_ALLOWED',
};
