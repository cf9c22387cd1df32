/** A request that got no whole answer. Inside this package only; callers see OAuthUnavailableError. */
export class TransportFailure extends Error {
  /** True when not a byte of the request can have reached the server. */
  readonly certainlyNotSent: boolean;

  constructor(options: { cause: unknown }) {
    super('The request got no whole answer.', { cause: options.cause });
    this.name = 'TransportFailure';
    this.certainlyNotSent = BEFORE_SENDING.has(codeOf(options.cause) ?? '');
  }
}

/** Failures of looking up the name, connecting, and agreeing on TLS: all come before the request itself. */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** The first error code down the chain of causes: fetch hides the socket's own one behind a TypeError. */
function codeOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return undefined;
}
