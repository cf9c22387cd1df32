import type { CallEvidence } from '../../operations/operation.ts';
import type { Org } from '../../org/org.ts';
import type { XmlElement } from '../xml/xml-element.ts';

export interface SoapCallContext {
  readonly org: Org;
  readonly userId: string;
  /** Of the endpoint, e.g. `66.0`. */
  readonly apiVersion: string;
  /** The call's element in the body. */
  readonly call: XmlElement;
}

/** One call of the Metadata API. */
export interface SoapCall extends CallEvidence {
  /** @returns the elements `<result>` of the answer @throws SoapFault */
  handle(context: SoapCallContext): readonly XmlElement[];
}
