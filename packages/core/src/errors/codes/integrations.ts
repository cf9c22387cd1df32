import type { CodeGroup } from './code-group.ts';
import { SETUP } from './setup-places.ts';

/** What the org itself is connected to: other systems' sign-ins, events, Slack, social accounts. */
export const INTEGRATION_CODES: readonly CodeGroup[] = [
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: "Ask the Salesforce administrator to renew the org's own sign-in to the other system",
    setup: SETUP.authProviders,
    codes: `AUTH_PROVIDER_NEEDS_AUTH AUTH_PROVIDER_NOT_FOUND NO_ACCESS_TOKEN NO_ACCESS_TOKEN_FROM_REFRESH NO_AUTH_PROVIDER
      NO_REFRESH_TOKEN NO_TOKEN_ENDPOINT REFRESH_FAILED INVALID_REFRESH_TOKEN UNKNOWN_TOKEN_ERROR INVALID_PROVIDER_TYPE`,
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to let the org call the other system',
    setup: SETUP.remoteSites,
    codes: 'EXTERNAL_RESOURCE_FORBIDDEN INTEGRATION_CANCELLED',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: "Ask the Salesforce administrator to correct the org's single sign-on to Salesforce's own services",
    setup: SETUP.singleSignOn,
    codes: `IAS_AM_AUTH_BAD_REQUEST IAS_AM_AUTH_UNAUTHORIZED IAS_INVALID_AUTH IAS_INVALID_REQUEST_PARAMETER
      IAS_TENANT_NOT_PROVISIONED UISF_ENTITY_QUERY_FAILED UISF_NO_MAPPINGS_FOUND UISF_TOKEN_NOT_FOUND
      UISF_UNKNOWN_EXCEPTION UISF_USER_MAPPING_FAILED`,
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to correct the event, its fields or who subscribes to it',
    setup: SETUP.platformEvents,
    codes: 'INVALID_EVENT_DELIVERY INVALID_EVENT_INPUT INVALID_EVENT_SUBSCRIPTION INVALID_EBV_OPERATION',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: "Ask the Salesforce administrator to connect the org's Slack workspace again",
    setup: SETUP.slackSettings,
    codes: 'SLACK_API_ERROR',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to connect the social account again, or to remove the post',
    setup: SETUP.authProviders,
    codes: `SOCIAL_ACCOUNT_NOT_FOUND SOCIAL_ACTION_INVALID SOCIAL_PERSONA_NOT_FOUND SOCIAL_POST_INVALID
      SOCIAL_POST_NOT_FOUND UNSUPPORTED_SOCIAL_PROVIDER`,
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to correct the partner connection between the two orgs',
    setup: SETUP.users,
    codes: 'INVALID_PARTNER_NETWORK_STATUS',
  },
];
