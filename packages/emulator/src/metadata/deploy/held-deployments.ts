import type { Org } from '../../org/org.ts';

/**
 * Where deployments are kept from going on, so that a client can be seen with one that takes long: `true` leaves them
 * `Pending`, `'InProgress'` lets them begin and not end, `false` holds none.
 */
export type HeldDeployments = boolean | 'InProgress';

const SETTING = 'deployments.held';

/** Kept with the org. @default false */
export function heldDeployments({ settings }: Pick<Org, 'settings'>): HeldDeployments {
  return JSON.parse(settings.get(SETTING) ?? 'false') as HeldDeployments;
}

export function holdDeployments({ settings }: Pick<Org, 'settings'>, held: HeldDeployments): void {
  settings.set(SETTING, JSON.stringify(held));
}
