import type { MetadataComponent } from '../metadata-component.ts';
import { splitPartName } from '../part-name.ts';
import { metadataType, metadataTypeOfElement } from '../types/index.ts';
import { element, printXml, textOf, type XmlElement } from '../xml/xml-element.ts';

/**
 * The components in one element of the Metadata API: itself, and where it is an object its fields, record types and so
 * on, each as a component of its own.
 */
export function splitObject(type: string, fullName: string, file: string, root: XmlElement): MetadataComponent[] {
  const isPart = (child: XmlElement): boolean =>
    type === 'CustomObject' && metadataTypeOfElement(child.name) !== undefined;
  const own = root.children.filter((child) => child.name !== 'fullName' && !isPart(child));
  const parts = root.children.filter(isPart);
  const names = named(type, fullName);
  if (isPartOfObject(type)) own.unshift(element('fullName', names.name));
  return [
    {
      ...names,
      file,
      xml: printXml({ ...root, name: type, attributes: {}, children: own }),
    },
    ...parts.map((part): MetadataComponent => {
      const partType = metadataTypeOfElement(part.name)?.name ?? '';
      return {
        ...named(partType, `${fullName}.${textOf(part, 'fullName') ?? ''}`),
        file,
        xml: printXml({ ...part, name: partType, attributes: {} }),
      };
    }),
  ];
}

/** Of `Account.Key__c` the name is `Key__c` and the object `Account`, where the type is a part of an object. */
export function named(
  type: string,
  fullName: string,
): Pick<MetadataComponent, 'type' | 'fullName' | 'name' | 'object'> {
  if (type === 'CustomObject') return { type, fullName, name: fullName, object: fullName };
  if (!isPartOfObject(type)) return { type, fullName, name: fullName, object: '' };
  return { type, fullName, ...splitPartName(fullName) };
}

function isPartOfObject(type: string): boolean {
  return metadataType(type)?.elementOfObject !== undefined;
}
