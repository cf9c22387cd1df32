import type { ObjectDefinition, ScopeName } from '../object-definition.ts';

/** `scopingRule` is in recordings later than v48; in which version it came is not known. */
const SCOPING_RULES_SINCE = 50;

/** By name, as recorded. Source: `supportedScopes` of describes recorded by CumulusCI. */
export function supportedScopes(object: ObjectDefinition, apiVersion: string): { label: string; name: string }[] {
  const things = object.labelPlural.toLowerCase();
  const labels: Readonly<Record<ScopeName, string>> = {
    delegated: `My delegated ${things}`,
    genericteam: `My ${object.label.toLowerCase()} teams ${things}`,
    queue_owned: `Queue owned ${things}`,
    scopingRule: 'Filter by scope',
    team: `My team's ${things}`,
    team_by_role: `My role-based team's ${things}`,
    user_owned: `User owned ${things}`,
  };
  const more = (object.scopes ?? []).filter(
    (name) => name !== 'scopingRule' || Number(apiVersion) >= SCOPING_RULES_SINCE,
  );
  return [
    { label: `All ${things}`, name: 'everything' },
    ...(object.fields.has('OwnerId') ? [{ label: `My ${things}`, name: 'mine' }] : []),
    ...more.map((name) => ({ label: labels[name], name })),
  ].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
