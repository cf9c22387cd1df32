import type { OrgSettings } from './org-settings.ts';

/** What time it is in the org. Everything in it goes by this: audit fields, sessions, codes, limits, cursors, date literals. */
export interface OrgTime {
  now(): Date;
  /** From now on it is this time there; it runs on from it unless `frozen`. */
  set(to: Date, options?: { readonly frozen?: boolean }): void;
  /** @param milliseconds may be negative */
  advance(milliseconds: number): void;
  /** Back to the clock that the emulator was started with. */
  reset(): void;
  isFrozen(): boolean;
}

export interface OrgTimeOptions {
  /** Keeps the difference over a restart. */
  readonly settings: OrgSettings;
  /** The clock that the org's is set against. */
  readonly clock: () => Date;
}

export function createOrgTime({ settings, clock }: OrgTimeOptions): OrgTime {
  let offset = Number(settings.get('clockOffset') ?? 0);
  let frozenAt = toNumber(settings.get('clockFrozenAt'));

  const keep = (): void => {
    settings.set('clockOffset', String(offset));
    settings.set('clockFrozenAt', frozenAt === undefined ? '' : String(frozenAt));
  };
  const time: OrgTime = {
    now: () => new Date(frozenAt ?? clock().getTime() + offset),
    set(to, { frozen = false } = {}) {
      offset = to.getTime() - clock().getTime();
      frozenAt = frozen ? to.getTime() : undefined;
      keep();
    },
    advance(milliseconds) {
      if (frozenAt === undefined) offset += milliseconds;
      else frozenAt += milliseconds;
      keep();
    },
    reset() {
      offset = 0;
      frozenAt = undefined;
      keep();
    },
    isFrozen: () => frozenAt !== undefined,
  };
  return time;
}

function toNumber(text = ''): number | undefined {
  return text === '' ? undefined : Number(text);
}
