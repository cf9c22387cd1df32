import { SoapFault } from '../../../metadata/soap/soap-fault.ts';
import { textOf, type XmlElement } from '../../../metadata/xml/xml-element.ts';
import { parseRecordId } from '../../../org/record-id.ts';

/**
 * What an id in a call stands for.
 *
 * @throws SoapFault INVALID_ID_FIELD, or INVALID_CROSS_REFERENCE_KEY where there is nothing with this id; the texts are
 * not verified
 */
export function asyncId<Found>(call: XmlElement, name: string, find: (id: string) => Found | undefined): Found {
  const text = textOf(call, name) ?? '';
  const id = parseRecordId(text);
  if (id === undefined) throw new SoapFault('INVALID_ID_FIELD', `INVALID_ID_FIELD: invalid id: ${text}`);
  const found = find(id);
  if (found === undefined) {
    throw new SoapFault('INVALID_CROSS_REFERENCE_KEY', `INVALID_CROSS_REFERENCE_KEY: invalid cross reference id`);
  }
  return found;
}
