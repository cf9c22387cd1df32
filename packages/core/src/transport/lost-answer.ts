/** No answer came, or only a part of one. `sent`: the request may have reached the org. */
export class LostAnswer extends Error {
  readonly sent: boolean;
  readonly reason: 'timeout' | 'network';

  constructor(options: { readonly sent: boolean; readonly reason: 'timeout' | 'network'; readonly cause: unknown }) {
    super(options.reason === 'timeout' ? 'no answer in time' : 'the connection broke', { cause: options.cause });
    this.name = 'LostAnswer';
    this.sent = options.sent;
    this.reason = options.reason;
  }
}

/** Failures before the first byte of the request could leave: the host was not found, refused, or is not the one it says. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Reads the failure of a `fetch`. */
export function toLostAnswer(error: unknown): LostAnswer {
  const reason = error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'network';
  return new LostAnswer({ sent: !hasCode(error, NEVER_SENT), reason, cause: error });
}

/** Any of the causes, and every attempt of one that tried several addresses. */
function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && codes.has(error.code)) return true;
  if (error instanceof AggregateError)
    return error.errors.length > 0 && error.errors.every((one) => hasCode(one, codes));
  return hasCode(error.cause, codes);
}
