import type { Org } from '../org/org.ts';
import type { ObjectDefinition } from '../schema/object-definition.ts';

/** Source: object-info of the five CRM objects at v59 and v67, in the tests of an open-source Apex runtime. */
const COLORS: Readonly<Record<string, string>> = {
  Account: '5867E8',
  Case: 'FF538A',
  Contact: '9602C7',
  Lead: '06A59A',
  Opportunity: 'FF5D2D',
};

/** The colours of other objects, and the icons of custom ones, are not verified. The icon's address answers 501. */
export function themeInfo(org: Org, object: ObjectDefinition): { color: string; iconUrl: string } {
  const icon = object.custom ? 'custom/custom1_120.png' : `standard/${object.name.toLowerCase()}_120.png`;
  return { color: COLORS[object.name] ?? '747474', iconUrl: `${org.url()}/img/icon/t4v35/${icon}` };
}
