/** A refusal in SOAP, answered with status 500. Source: faults of the Metadata and SOAP APIs in public tests and logs of clients. */
export class SoapFault extends Error {
  /** e.g. `INVALID_SESSION_ID` */
  readonly code: string;
  /** What the detail of the partner and enterprise APIs calls it, e.g. `LoginFault`. */
  readonly kind: string;

  constructor(code: string, message: string, kind = 'UnexpectedErrorFault') {
    super(message);
    this.name = 'SoapFault';
    this.code = code;
    this.kind = kind;
  }
}
