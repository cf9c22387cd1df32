import type { CodeGroup } from './code-group.ts';
import { SETUP } from './setup-places.ts';

/** E-mail that the org sends or fetches, because of a record or with it. */
export const EMAIL_CODES: readonly CodeGroup[] = [
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Use another address: this one bounced, or its owner wants no such e-mail.',
    repeatsValue: true,
    codes: 'EMAIL_ADDRESS_BOUNCED EMAIL_OPTED_OUT OPTED_OUT_OF_MASS_MAIL',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Write to fewer addresses, or smaller e-mails.',
    codes: 'MAXIMUM_CCEMAILS_EXCEEDED EMAIL_EXTERNAL_TRANSPORT_TOO_LARGE_ERROR',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to leave the blind copy to compliance BCC, or to turn that off',
    setup: SETUP.complianceBcc,
    codes: 'BCC_NOT_ALLOWED_IF_BCC_COMPLIANCE_ENABLED BCC_SELF_NOT_ALLOWED_IF_BCC_COMPLIANCE_ENABLED',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to let the connected user send e-mail',
    setup: SETUP.permissionSets,
    codes: 'NO_MASS_MAIL_PERMISSION NO_SINGLE_MAIL_PERMISSION',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy:
      'Ask the Salesforce administrator to raise access to e-mail, or wait until the daily number of e-mails starts again',
    setup: SETUP.deliverability,
    codes: 'MASSMAIL_RETRY_LIMIT_EXCEEDED MASS_MAIL_LIMIT_EXCEEDED SINGLE_EMAIL_LIMIT_EXCEEDED',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to verify the address that the org sends from',
    setup: SETUP.orgWideAddresses,
    codes: 'UNVERIFIED_SENDER_ADDRESS DUPLICATE_SENDER_DISPLAY_NAME',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to correct the e-mail template, its merge fields and who may see them',
    setup: SETUP.emailTemplates,
    codes: `EMAIL_TEMPLATE_FORMULA_ERROR EMAIL_TEMPLATE_MERGEFIELD_ACCESS_ERROR EMAIL_TEMPLATE_MERGEFIELD_ERROR
      EMAIL_TEMPLATE_MERGEFIELD_VALUE_ERROR EMAIL_TEMPLATE_PROCESSING_ERROR ENHANCED_EMAIL_TEMPLATE_COMPILATION_ERROR
      INVALID_FIELD_WHEN_USING_TEMPLATE TEMPLATE_NOT_ACTIVE TEMPLATE_NOT_FOUND`,
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy:
      "Ask the Salesforce administrator to have the user sign in again to the external account that sends the org's e-mail",
    setup: SETUP.externalEmail,
    codes: `EMAIL_EXTERNAL_TRANSPORT_PERMISSION_ERROR EMAIL_EXTERNAL_TRANSPORT_TOKEN_ERROR
      SALESFORCE_INBOX_TRANSPORT_INVALID_INPUT_ERROR SALESFORCE_INBOX_TRANSPORT_TOKEN_ERROR
      EXCHANGE_WEB_SERVICES_URL_INVALID RETRIEVE_USER_CONFIG_ERROR`,
  },
  {
    kind: 'unavailable',
    fixedBy: 'salesforce',
    remedy:
      'Read the ledger to see whether it was applied; if not, send it again: the mail server did not answer the org.',
    codes: `EMAIL_EXTERNAL_TRANSPORT_CONNECTION_ERROR EMAIL_EXTERNAL_TRANSPORT_TOO_MANY_REQUESTS_ERROR
      EMAIL_EXTERNAL_TRANSPORT_UNKNOWN_ERROR SALESFORCE_INBOX_TRANSPORT_CONNECTION_ERROR
      SALESFORCE_INBOX_TRANSPORT_UNKNOWN_ERROR SERVICE_EMAIL_UNKNOWN_EXCEPTION ERROR_IN_MAILER
      RETRIEVE_EXCHANGE_ATTACHMENT_FAILED RETRIEVE_EXCHANGE_EMAIL_FAILED RETRIEVE_EXCHANGE_EVENT_FAILED
      RETRIEVE_GOOGLE_EMAIL_FAILED RETRIEVE_GOOGLE_EVENT_FAILED UPDATE_GOOGLE_EMAIL_LABEL_FAILED`,
  },
  {
    kind: 'rolledBack',
    fixedBy: 'user',
    remedy: 'Correct the e-mail before this one in the same request, and send both again.',
    codes: 'EMAIL_NOT_PROCESSED_DUE_TO_PRIOR_ERROR',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Correct the e-mail, its attachment or the record that it belongs to.',
    codes: `SERVICE_EMAIL_INVALID_INPUT SERVICE_EMAIL_MISSING_RECORD INVALID_MESSAGE_ID_REFERENCE
      INVALID_RECEIVEDDOCUMENTID_ATTACHMENT MISSING_RECEIVEDDOCUMENTID_ATTACHMENT NO_MESSAGE_TYPE_MESSAGES`,
  },
];
