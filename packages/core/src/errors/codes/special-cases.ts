import type { CodeGroup } from './code-group.ts';
import { SETUP } from './setup-places.ts';

/** What the same errorCode means where its text or the request says more. `codes` are those that it is met with. */
export const SPECIAL_CASES = {
  sessionPolicy: {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy:
      'Ask the Salesforce administrator to allow the app the API: its OAuth scopes or a session policy of the org exclude it, and a new access token does not help',
    setup: SETUP.externalClientApps,
    codes: 'INVALID_SESSION_ID',
  },
  limitsNotEnabled: {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy:
      'Ask the Salesforce administrator to give the connected user the permission "View Setup and Configuration", which reading the limits of the org takes',
    setup: SETUP.permissionSets,
    codes: 'API_DISABLED_FOR_ORG',
  },
  externalIdRefused: {
    kind: 'requestInvalid',
    fixedBy: 'admin',
    remedy:
      'Match by a field that is marked as External ID, or ask the Salesforce administrator to mark this one so and to make it visible to the connected user',
    setup: SETUP.field,
    codes: 'NOT_FOUND',
  },
  linkedTwice: {
    kind: 'duplicate',
    fixedBy: 'user',
    remedy: 'Leave this link out: the note is linked to that record already, by its id or under another name.',
    repeatsValue: true,
    codes: 'DUPLICATE_VALUE',
  },
  notesOff: {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to turn on "Enable Notes"',
    setup: SETUP.notesSettings,
    codes: 'NOT_FOUND INVALID_TYPE',
  },
  noteRefused: {
    kind: 'noteRefused',
    fixedBy: 'user',
    remedy: 'Use only p br b i u strike ul ol li a in the note, and text without control characters.',
    codes: 'UNKNOWN_EXCEPTION',
  },
} as const satisfies Record<string, CodeGroup>;
