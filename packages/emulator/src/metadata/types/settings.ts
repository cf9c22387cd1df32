import { MetadataError } from '../metadata-error.ts';
import { defineMetadataType } from '../metadata-type.ts';
import { parseXmlDocument, XmlSyntaxError } from '../xml/xml-element.ts';

/** Settings of the org, as definitions of scratch orgs hold them: kept, and without effect. Source: Metadata API guide, Settings. */
export const settings = defineMetadataType({
  name: 'Settings',
  suffix: 'settings',
  directory: 'settings',
  withoutEffect: true,
  read({ file, xml }) {
    const problem = problemOf(xml);
    if (problem !== undefined) throw new MetadataError({ file, problem });
  },
  save: (_, component) => component.fullName,
});

function problemOf(xml: string): string | undefined {
  try {
    const { name } = parseXmlDocument(xml);
    return name.endsWith('Settings') ? undefined : `its root element ${name} is no kind of settings`;
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    return `it is no valid XML: ${error.message}`;
  }
}
