import type { FaultAnswer } from './fault.ts';

/** Failures of the platform by name, with the answers that are known of them. */
export const knownAnswers = {
  /** Source of code and text: public error logs; the id in it is made up. */
  serverError: failure(
    500,
    'UNKNOWN_EXCEPTION',
    'An unexpected error occurred. Please include this ErrorId if you contact support: 1234567890-12345 (-1234567890)',
  ),
  /** Status and meaning: REST API guide, Status Codes and Error Responses. What the page says is not known; it is HTML. */
  badGateway: page(502, 'Bad Gateway'),
  /** Source: restforce issues 156 and 568. */
  unavailable: failure(503, 'SERVER_UNAVAILABLE', 'Server too busy'),
  /** The text is the guide's own description of the status; that it is sent in a page is not verified. */
  noRoute: uncounted(page(420, "Salesforce Edge doesn't have routing information available for this request host.")),
  /** Not in the guide's table; clients retry it. Its body is not known: a page. */
  tooManyRequests: uncounted(page(429, 'Too Many Requests')),
  /** Source: Developer Limits and Allocations; public error logs. */
  dailyLimit: uncounted(failure(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.')),
  /** 25 calls that take 20 seconds or more. Source: public error logs. */
  concurrentLimit: uncounted(failure(403, 'REQUEST_LIMIT_EXCEEDED', 'ConcurrentPerOrgLongTxn Limit exceeded.')),
  /** A transaction security policy. Source of code and text: Marketo's list of Salesforce errors; the status is not verified. */
  securityPolicy: failure(
    403,
    'TXN_SECURITY_NO_ACCESS',
    "The operation you requested isn't allowed due to a security policy in your organization. Contact your administrator.",
  ),
  /** Source of code and text: Marketo's list of Salesforce errors; the status is not verified. */
  apiDisabledForUser: failure(403, 'API_CURRENTLY_DISABLED', 'API is disabled for this User'),
  /** Believed without a source but the code. */
  apiDisabledForOrg: failure(403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.'),
} as const satisfies Record<string, FaultAnswer>;

export type KnownAnswer = keyof typeof knownAnswers;

export function isKnownAnswer(name: string): name is KnownAnswer {
  return Object.hasOwn(knownAnswers, name);
}

function failure(status: number, errorCode: string, message: string): FaultAnswer {
  return { status, body: [{ message, errorCode }] };
}

function uncounted(answer: FaultAnswer): FaultAnswer {
  return { ...answer, counts: false };
}

function page(status: number, text: string): FaultAnswer {
  return {
    status,
    headers: { 'Content-Type': 'text/html;charset=UTF-8' },
    body: `<html><head><title>${status}</title></head><body><h1>${text}</h1></body></html>`,
  };
}
