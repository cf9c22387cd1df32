import type { CodeGroup } from './code-group.ts';
import { SETUP } from './setup-places.ts';

/** Salesforce Commerce, Order Management, Loyalty and payments, which the org's own automation may call. */
export const COMMERCE_CODES: readonly CodeGroup[] = [
  {
    kind: 'notFound',
    fixedBy: 'user',
    remedy: 'Open the cart, the order or the promotion again in Salesforce: it is gone or out of sight.',
    codes: `CART_DELIVERY_GROUP_NOT_FOUND CART_ITEM_NOT_FOUND CART_NOT_FOUND CHECKOUT_NOT_FOUND PROMOTION_NOT_FOUND
      ORDER_MANAGEMENT_RECORD_NOT_FOUND VARIANT_NOT_FOUND`,
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Start the checkout again: its cart has changed or its time is over.',
    codes: `CHECKOUT_CONFLICT CHECKOUT_EXPIRED CHECKOUT_INVALIDATED CHECKOUT_VALIDATION INVALID_CHECKOUT_INPUT
      UNQUALIFIED_CART`,
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to let the buyer use the store',
    setup: SETUP.commerceSettings,
    codes: 'CHECKOUT_UNAUTHORIZED STOREFRONT_PST_NOT_ACCEPTED',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Use another coupon, voucher or promotion, or none: this one is spent, inactive or does not apply.',
    codes: `ALREADY_APPLIED ALREADY_REDEEMED_VOUCHER CART_ITEM_LIMIT_EXCEEDED_FOR_COUPONS COUPON_REDEMPTION_LIMIT_EXCEEDED
      INVALID_PROMOTION MULTIPLE_VOUCHERS PROGRAM_PROGRESS_NOT_ACTIVE SEGMENT_COUNT_LIMIT_EXCEEDED`,
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Correct the order in Salesforce: it does not allow this in the state that it is in.',
    codes: 'ORDER_MANAGEMENT_ACTION_NOT_ALLOWED ORDER_MANAGEMENT_INVALID_RECORD',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Use another means of payment.',
    repeatsValue: true,
    codes: 'INVALID_CREDIT_CARD_INFO CANNOT_UPDATE_PAYMENT_METHOD_SET',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to complete the payment gateway and the merchant account',
    setup: SETUP.commerceSettings,
    codes: `INVALID_MERCHANT_ACCOUNT_MODE INVALID_MERCHANT_ACCOUNT_MODE_OR_STATUS MISSING_PAYMENTS_DEPENDENCY
      MISSING_PAY_NOW_SITE_URL_ORG_VALUE PAYMENT_GATEWAY_DEPENDENCY_EXCEPTION PAYMENT_GATEWAY_REQUEST_EXCEPTION
      UNRESOLVABLE_PAY_NOW_WEBSTORE UNSUPPORTED_PAYMENT_GATEWAY_TYPE UNSUPPORTED_PAYMENT_REQUEST_TYPE`,
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to correct the catalog, the search and its index in the store',
    setup: SETUP.commerceSettings,
    codes: `B2B_SEARCH_ADMIN_ERROR COMMERCE_SEARCH_INVALID_RESOURCE COMMERCE_SEARCH_RESOURCE_NOT_FOUND
      COMMERCE_SEARCH_UNSUPPORTED_LANGUAGE_ERROR EMPTY_CATALOG EMPTY_INGESTION_JOB INDEX_PAYLOAD_NOT_FOUND
      INVALID_PAYLOAD_VERSION INVALID_SEARCH_PROVIDER_REQUEST NO_INDEXABLE_PRODUCTS
      NO_INDEXABLE_PRODUCTS_IN_PARTIAL_BUILD NO_SEARCHABLE_PRODUCTS NO_SORT_PRICEBOOK_ASSOCIATED_ERROR
      NOT_RECOVERABLE_SEARCH_PROVIDER_ERROR SEARCH_INCLUDE_RULES_MIN_RULE_DEFINITION_NOT_MET
      UNAUTHORIZED_SEARCH_PROVIDER_REQUEST`,
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: "Ask the Salesforce administrator to reduce what the store's search indexes",
    setup: SETUP.commerceSettings,
    codes: `COMMERCE_SEARCH_PROVIDER_LIMIT_EXCEEDED INDEX_ITEM_LIMIT_EXCEEDED INDEX_SINGLE_PAYLOAD_SIZE_LIMIT_EXCEEDED
      INGESTION_JOB_RECORDS_LIMIT_EXCEEDED INGESTION_TOTAL_FILE_SIZE_LIMIT_EXCEEDED
      QUERY_REFINEMENT_VALUE_LIMIT_EXCEEDED SEARCH_INCLUDE_RULES_MAX_RULE_DEFINITION_LIMIT_EXCEEDED
      SEARCH_PROVIDER_PATH_LIMIT_EXCEEDED`,
  },
  {
    kind: 'unavailable',
    fixedBy: 'salesforce',
    remedy: "Read the ledger to see whether it was applied; if not, send it again: the store's search did not answer.",
    codes: 'COMMERCE_SEARCH_INDEXING_SYSTEM_ERROR COMMERCE_SEARCH_MQ_ERROR RECOVERABLE_SEARCH_PROVIDER_ERROR',
  },
];
