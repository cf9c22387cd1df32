import type { ObjectDefinition } from '../object-definition.ts';
import { objectUrls } from './object-urls.ts';

/**
 * An object as describeGlobal prints it: these members, in this order.
 * Source: describeGlobal and describes recorded by Nango's integration templates (2026-05) and CumulusCI.
 */
export function describeSummary(object: ObjectDefinition, apiVersion: string): Record<string, unknown> {
  return {
    activateable: false,
    // Source: SOAP API guide, DescribeSObjectResult: since v50.
    ...(Number(apiVersion) >= 50 && { associateEntityType: null, associateParentEntity: null }),
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
    urls: objectUrls(object, apiVersion),
  };
}

/** Overrides of members that only the full describe has are left out. */
function summaryPart(described: ObjectDefinition['described']): Record<string, unknown> {
  const ofFull = new Set(['searchLayoutable', 'compactLayoutable', 'supportedScopes']);
  return Object.fromEntries(Object.entries(described ?? {}).filter(([name]) => !ofFull.has(name)));
}
