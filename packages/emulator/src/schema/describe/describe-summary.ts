import type { ObjectDefinition } from '../object-definition.ts';

/**
 * An object as describeGlobal prints it: these members, in this order.
 * Source: describeGlobal and describes recorded by Nango's integration templates (2026-05) and CumulusCI.
 */
export function describeSummary(object: ObjectDefinition, apiVersion: string): Record<string, unknown> {
  const path = `/services/data/v${apiVersion}/sobjects/${object.name}`;
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: object.createable,
    custom: object.custom,
    customSetting: false,
    deepCloneable: false,
    deletable: object.deletable,
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: true,
    mergeable: false,
    mruEnabled: true,
    name: object.name,
    queryable: object.queryable,
    replicateable: true,
    retrieveable: true,
    searchable: true,
    triggerable: true,
    undeletable: true,
    updateable: object.updateable,
    ...summaryPart(object.described),
    urls: {
      compactLayouts: `${path}/describe/compactLayouts`,
      rowTemplate: `${path}/{ID}`,
      approvalLayouts: `${path}/describe/approvalLayouts`,
      listviews: `${path}/listviews`,
      describe: `${path}/describe`,
      quickActions: `${path}/quickActions`,
      layouts: `${path}/describe/layouts`,
      sobject: path,
    },
  };
}

/** Overrides of members that only the full describe has are left out. */
function summaryPart(described: ObjectDefinition['described']): Record<string, unknown> {
  const ofFull = new Set(['searchLayoutable', 'compactLayoutable', 'supportedScopes']);
  return Object.fromEntries(Object.entries(described ?? {}).filter(([name]) => !ofFull.has(name)));
}
