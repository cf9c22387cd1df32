/**
 * Something this emulator does not have, or does not know the real behaviour of. Answered with status 501 and
 * `NOT_EMULATED <what>`, so that a gap is loud and never looks like an answer of Salesforce.
 */
export class NotEmulatedError extends Error {
  readonly status = 501;
  readonly errorCode = 'NOT_EMULATED';

  /** @param what `<method> <path>` of the request, with the reason behind it where the path alone does not tell. */
  constructor(what: string) {
    super(`NOT_EMULATED ${what}`);
    this.name = 'NotEmulatedError';
  }

  toBody(): Record<string, unknown> {
    return { errorCode: this.errorCode, message: this.message };
  }
}
