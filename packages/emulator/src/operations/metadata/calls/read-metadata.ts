import { NotEmulatedError } from '../../../http/not-emulated-error.ts';
import { joinObject } from '../../../metadata/archive/write-archive.ts';
import { componentStore } from '../../../metadata/component-store.ts';
import { orgComponents } from '../../../metadata/org-components.ts';
import type { SoapCall, SoapCallContext } from '../../../metadata/soap/soap-call.ts';
import { metadataType } from '../../../metadata/types/index.ts';
import { element, parseXmlDocument, textOf, textsOf, type XmlElement } from '../../../metadata/xml/xml-element.ts';
import { limitRecords } from './metadata-records.ts';

/** What was deployed, a profile with everything that it allows; nothing of that name is an element that is nil. */
export const readMetadata: SoapCall = {
  name: 'readMetadata',
  evidence: ['documented', 'client'],
  source: 'Metadata API guide, readMetadata(), ReadResult; jsforce',
  handle(context) {
    const type = textOf(context.call, 'type') ?? '';
    if (!metadataType(type)) throw new NotEmulatedError(`readMetadata of the type ${type}`);
    const fullNames = textsOf(context.call, 'fullNames');
    limitRecords(fullNames);
    return [
      element(
        'result',
        fullNames.map((fullName) => toRecord(context, type, fullName)),
      ),
    ];
  },
};

function toRecord({ org }: SoapCallContext, type: string, fullName: string): XmlElement {
  const content = contentOf({ org }, type, fullName);
  if (!content) return { ...element('records', ''), attributes: { 'xsi:nil': 'true' } };
  const children = [element('fullName', fullName), ...content.filter((child) => child.name !== 'fullName')];
  return { ...element('records', children), attributes: { 'xsi:type': type } };
}

function contentOf(
  { org }: Pick<SoapCallContext, 'org'>,
  type: string,
  fullName: string,
): readonly XmlElement[] | undefined {
  const store = componentStore(org);
  const printed = metadataType(type);
  if (printed?.print) {
    const known = orgComponents(org).find(type, fullName);
    return known && printed.print(org, known.fullName, () => true).children;
  }
  const component = store.find(type, fullName);
  if (type !== 'CustomObject') return component && parseXmlDocument(component.xml).children;
  if (!component && !org.schema.object(fullName)) return undefined;
  return joinObject([...(component ? [component] : []), ...store.partsOf(fullName)]).children;
}
