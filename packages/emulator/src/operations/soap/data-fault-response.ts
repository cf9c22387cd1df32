import type { SoapFault } from '../../metadata/soap/soap-fault.ts';
import { escapeXml } from '../../metadata/xml/xml-element.ts';
import type { OperationResponse } from '../operation.ts';

/**
 * A fault as the partner and enterprise APIs answer it, with its code again in the detail. Source: faults recorded in the
 * tests of simple-salesforce, WWW::Salesforce and others: those of a login have no prefix in `faultcode`.
 */
export function dataFaultResponse(
  api: 'partner' | 'enterprise',
  { code, message, kind }: SoapFault,
): OperationResponse {
  const text = message.startsWith(`${code}: `) ? message.slice(code.length + 2) : message;
  const faultcode = kind === 'LoginFault' ? code : `sf:${code}`;
  return {
    status: 500,
    headers: { 'Content-Type': 'text/xml; charset=utf-8' },
    body:
      '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
      `xmlns:sf="urn:fault.${api}.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>` +
      `<soapenv:Fault><faultcode>${faultcode}</faultcode><faultstring>${escapeXml(message)}</faultstring><detail>` +
      `<sf:${kind} xsi:type="sf:${kind}"><sf:exceptionCode>${code}</sf:exceptionCode>` +
      `<sf:exceptionMessage>${escapeXml(text)}</sf:exceptionMessage></sf:${kind}></detail></soapenv:Fault>` +
      '</soapenv:Body></soapenv:Envelope>',
  };
}
