import type { OperationResponse } from '../../operations/operation.ts';
import { METADATA_NAMESPACE } from '../archive/manifest.ts';
import {
  childOf,
  element,
  escapeXml,
  parseXmlDocument,
  textOf,
  XmlSyntaxError,
  type XmlElement,
} from '../xml/xml-element.ts';
import { SoapFault } from './soap-fault.ts';

export interface SoapRequest {
  readonly sessionId: string | undefined;
  /** `LoginScopeHeader`: the org that somebody wants to log in to. */
  readonly organizationId: string | undefined;
  /** The one element of the body, e.g. `<deploy>`. */
  readonly call: XmlElement;
}

/** @throws SoapFault for what is no envelope: the code is Salesforce's, the text is not verified */
export function parseSoapRequest(text: string): SoapRequest {
  const envelope = parseEnvelope(text);
  const header = childOf(envelope, 'Header');
  const call = childOf(envelope, 'Body')?.children[0];
  if (!call) throw new SoapFault('UNKNOWN_EXCEPTION', 'UNKNOWN_EXCEPTION: Missing SOAP body');
  const session = header && childOf(header, 'SessionHeader');
  const scope = header && childOf(header, 'LoginScopeHeader');
  return {
    sessionId: session && textOf(session, 'sessionId'),
    organizationId: scope && textOf(scope, 'organizationId'),
    call,
  };
}

function parseEnvelope(text: string): XmlElement {
  try {
    return parseXmlDocument(text);
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    throw new SoapFault('UNKNOWN_EXCEPTION', `UNKNOWN_EXCEPTION: ${error.message}`);
  }
}

const OPEN =
  '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"';

/**
 * @param results of the call; one element `<result>` each
 * @param namespace of the API. @default the Metadata API's
 */
export function soapResponse(
  call: string,
  results: readonly XmlElement[],
  namespace = METADATA_NAMESPACE,
): OperationResponse {
  const body = results.map((result) => printCompact(result)).join('');
  return {
    status: 200,
    headers: { 'Content-Type': 'text/xml; charset=utf-8' },
    body: `${OPEN} xmlns="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body><${call}Response>${body}</${call}Response></soapenv:Body></soapenv:Envelope>`,
  };
}

export function soapFaultResponse({ code, message }: SoapFault): OperationResponse {
  return {
    status: 500,
    headers: { 'Content-Type': 'text/xml; charset=utf-8' },
    body: `${OPEN} xmlns:sf="${METADATA_NAMESPACE}"><soapenv:Body><soapenv:Fault><faultcode>sf:${code}</faultcode><faultstring>${escapeXml(message)}</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>`,
  };
}

/** A value as elements of this name: members in their order, one element for each item of a list, nil for null, nothing for undefined. */
export function toElements(name: string, value: unknown): XmlElement[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => toElements(name, item));
  if (value === null) return [{ ...element(name, ''), attributes: { 'xsi:nil': 'true' } }];
  if (typeof value === 'object') {
    return [
      element(
        name,
        Object.entries(value).flatMap(([member, inner]) => toElements(member, inner)),
      ),
    ];
  }
  return [element(name, typeof value === 'string' ? value : JSON.stringify(value))];
}

function printCompact({ name, attributes, children, text }: XmlElement): string {
  const printed = Object.entries(attributes)
    .map(([attribute, value]) => ` ${attribute}="${value}"`)
    .join('');
  if (attributes['xsi:nil'] === 'true') return `<${name}${printed}/>`;
  return `<${name}${printed}>${text}${children.map((child) => printCompact(child)).join('')}</${name}>`;
}
