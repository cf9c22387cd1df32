import type { MetadataType } from '../metadata-type.ts';
import { businessProcess } from './business-process.ts';
import { connectedApp } from './connected-app.ts';
import { customField } from './custom-field.ts';
import { customObject } from './custom-object.ts';
import { duplicateRule, matchingRules } from './duplicate-rule.ts';
import { externalClientAppTypes } from './external-client-app.ts';
import { layout } from './layout.ts';
import { globalValueSet } from './global-value-set.ts';
import { permissionSet } from './permission-set.ts';
import { profile } from './profile.ts';
import { recordType } from './record-type.ts';
import { settings } from './settings.ts';
import { standardValueSet } from './standard-value-set.ts';
import { validationRule } from './validation-rule.ts';
import { typesWithoutEffect } from './without-effect.ts';

/** Every type that can be deployed, in the order in which the components of a deployment are saved. */
export const metadataTypes: readonly MetadataType[] = [
  customObject,
  globalValueSet,
  customField,
  standardValueSet,
  businessProcess,
  recordType,
  validationRule,
  matchingRules,
  duplicateRule,
  layout,
  profile,
  permissionSet,
  connectedApp,
  ...externalClientAppTypes,
  settings,
  ...typesWithoutEffect,
];

const byName = new Map(metadataTypes.map((type) => [type.name, type]));
const bySuffix = new Map(metadataTypes.map((type) => [type.suffix, type]));
const byElement = new Map(metadataTypes.map((type) => [type.elementOfObject, type]));

export function metadataType(name: string): MetadataType | undefined {
  return byName.get(name);
}

/** @param suffix of a file, without `-meta.xml` */
export function metadataTypeOfSuffix(suffix: string): MetadataType | undefined {
  return bySuffix.get(suffix);
}

/** The type whose components an archive has as this element of an object's file. */
export function metadataTypeOfElement(element: string): MetadataType | undefined {
  return byElement.get(element);
}
