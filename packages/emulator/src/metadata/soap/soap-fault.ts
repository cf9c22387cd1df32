/** A refusal in SOAP, answered with status 500. Source: faults of the Metadata API in public tests and logs of clients. */
export class SoapFault extends Error {
  /** e.g. `INVALID_SESSION_ID` */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'SoapFault';
    this.code = code;
  }
}
