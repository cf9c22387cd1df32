import { element, parseXmlDocument, printXml, textOf, textsOf } from '../xml/xml-element.ts';

export const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** What a `package.xml` names. Source: Metadata API guide, Working with the Zip File. */
export interface Manifest {
  /** Full names by type; `*` stands for all. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** API version, e.g. `66.0`. */
  readonly version: string | undefined;
}

/** @throws XmlSyntaxError */
export function parseManifest(xml: string): Manifest {
  const root = parseXmlDocument(xml);
  const members = new Map<string, string[]>();
  for (const types of root.children.filter((child) => child.name === 'types')) {
    const name = textOf(types, 'name') ?? '';
    members.set(name, [...(members.get(name) ?? []), ...textsOf(types, 'members')]);
  }
  return { members, version: textOf(root, 'version') };
}

/** Types and members in alphabetical order, as a retrieve prints them. */
export function printManifest({ members, version }: Manifest): string {
  const types = [...members]
    .toSorted(byName)
    .map(([name, names]) =>
      element('types', [...names.toSorted().map((member) => element('members', member)), element('name', name)]),
    );
  const root = element('Package', [...types, ...(version === undefined ? [] : [element('version', version)])]);
  return printDocument({ ...root, attributes: { xmlns: METADATA_NAMESPACE } });
}

/** A file of an archive: the declaration, then the element. */
export function printDocument(root: Parameters<typeof printXml>[0]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printXml(root)}\n`;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
