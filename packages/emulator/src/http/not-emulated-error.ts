/**
 * Something this emulator does not have, or does not know the real behaviour of. Answered with status 501 and
 * `NOT_EMULATED <what>`, so that a gap is loud and never looks like an answer of Salesforce.
 */
export class NotEmulatedError extends Error {
  readonly status = 501;
  readonly errorCode = 'NOT_EMULATED';

  readonly what: string;

  /** @param what is missing; empty where the method and path of the request tell it all. */
  constructor(what = '') {
    super(`NOT_EMULATED ${what}`.trimEnd());
    this.name = 'NotEmulatedError';
    this.what = what;
  }

  /** `NOT_EMULATED <method> <path>`, and the reason behind it. */
  toBody({ method, path }: { readonly method: string; readonly path: string }): { errorCode: string; message: string } {
    const reason = this.what === '' ? '' : `: ${this.what}`;
    return { errorCode: this.errorCode, message: `NOT_EMULATED ${method} ${path}${reason}` };
  }
}
