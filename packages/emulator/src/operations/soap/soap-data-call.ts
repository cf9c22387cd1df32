import type { XmlElement } from '../../metadata/xml/xml-element.ts';
import type { Org } from '../../org/org.ts';
import type { OrgSession } from '../../org/org-session.ts';
import type { CallEvidence } from '../operation.ts';

export interface SoapDataCallContext {
  readonly org: Org;
  readonly session: OrgSession;
  /** Of the endpoint, e.g. `66.0`. */
  readonly apiVersion: string;
}

/** One call of the SOAP API that needs a session. */
export interface SoapDataCall extends CallEvidence {
  /** @returns the elements `<result>` of the answer */
  handle(context: SoapDataCallContext): readonly XmlElement[];
}
