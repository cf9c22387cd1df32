import type { Org } from '../../org/org.ts';

/** What a request of packaging goes through before it ends, in this order. Source: Package2VersionStatus of @salesforce/packaging. */
export const STATUSES_UNDER_WAY = [
  'InProgress',
  'Initializing',
  'VerifyingFeaturesAndSettings',
  'VerifyingDependencies',
  'VerifyingMetadata',
  'FinalizingPackageVersion',
  'PerformingValidations',
] as const;

export type StatusUnderWay = (typeof STATUSES_UNDER_WAY)[number];

/**
 * Where versions, installations and uninstallations are kept from going on, so that a client can be seen with one that
 * takes long: `true` leaves them as they are, a status lets them get that far and not end, `false` holds none.
 */
export type HeldPackaging = boolean | StatusUnderWay;

const SETTING = 'packaging.held';

export function holdPackaging({ settings }: Pick<Org, 'settings'>, held: HeldPackaging): void {
  settings.set(SETTING, JSON.stringify(held));
}

/**
 * Whether a request may go on, in an org that holds none unless it was told to.
 *
 * @param status that it would have next; undefined: it would end
 */
export function mayGoOn({ settings }: Pick<Org, 'settings'>, status: StatusUnderWay | undefined): boolean {
  const held = JSON.parse(settings.get(SETTING) ?? 'false') as HeldPackaging;
  if (typeof held === 'boolean') return !held;
  return status !== undefined && STATUSES_UNDER_WAY.indexOf(status) <= STATUSES_UNDER_WAY.indexOf(held);
}
