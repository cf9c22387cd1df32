import { z } from 'zod';
import { withoutEffect } from '../../metadata/parse-xml.ts';
import type { RefreshTokenPolicy } from '../apps/oauth-app.ts';
import { toPublicKey } from '../verify-assertion.ts';
import { toScope } from './scope-names.ts';

/** An element that may stand several times. */
export const repeated = z
  .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string()))
  .transform((values) => values.filter((value) => value !== ''));

/** Elements that are allowed and change nothing here. */
export function ignored<Name extends string>(...names: Name[]): Record<Name, typeof withoutEffect> {
  return Object.fromEntries(names.map((name) => [name, withoutEffect])) as Record<Name, typeof withoutEffect>;
}

export const scopeName = z.string().transform((name, context) => {
  const scope = toScope(name);
  if (scope !== undefined) return scope;
  context.addIssue({ code: 'custom', message: `${name} is no OAuth scope` });
  return z.NEVER;
});

/** Several addresses, one a line, in one element. */
export const callbackUrls = z.string().transform((text) =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean),
);

export const commaSeparated = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);

export const certificate = z.string().refine(isCertificate, 'is no certificate');

function isCertificate(text: string): boolean {
  try {
    return toPublicKey(text).type === 'public';
  } catch {
    return false;
  }
}

/** A flow or a kind of token that this emulator does not have: it may only be off. */
export const mustBeOff = z.literal('false', { error: 'is not emulated: it may only be false' }).optional();

const UNIT_SECONDS: Readonly<Record<string, number>> = {
  HOURS: 60 * 60,
  DAYS: 24 * 60 * 60,
  // A month is taken as 30 days: how Salesforce counts is not known.
  MONTHS: 30 * 24 * 60 * 60,
};

/** @returns undefined for what is no policy */
export function toRefreshTokenPolicy(type: string, period: number, unit: string): RefreshTokenPolicy | undefined {
  const seconds = period * (UNIT_SECONDS[unit.toUpperCase()] ?? Number.NaN);
  switch (type.toLowerCase().replaceAll('_', '')) {
    case 'infinite':
      return { type: 'infinite' };
    case 'zero':
      return { type: 'zero' };
    case 'specificlifetime':
      return seconds > 0 ? { type: 'lifetime', seconds } : undefined;
    case 'specificinactivity':
      return seconds > 0 ? { type: 'inactivity', seconds } : undefined;
    default:
      return undefined;
  }
}
