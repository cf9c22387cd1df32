const MINUTE_MILLISECONDS = 60_000;
const WINDOW_MINUTES = 24 * 60;

/** API requests of the last 24 hours, against the org's daily limit. */
export interface ApiUsage {
  readonly limit: number;
  used(): number;
  /** False, and nothing counted, when the limit is spent. */
  spend(): boolean;
}

export interface ApiUsageOptions {
  readonly limit: number;
  readonly clock: () => Date;
}

/** The window rolls by the minute. Kept in memory: a restart begins a new one. */
export function createApiUsage({ limit, clock }: ApiUsageOptions): ApiUsage {
  const minutes = new Map<number, number>();
  let total = 0;

  const forgetOld = (now: number): void => {
    for (const [minute, count] of minutes) {
      if (minute > now - WINDOW_MINUTES) break;
      minutes.delete(minute);
      total -= count;
    }
  };
  const currentMinute = (): number => Math.floor(clock().getTime() / MINUTE_MILLISECONDS);

  return {
    limit,
    used() {
      forgetOld(currentMinute());
      return total;
    },
    spend() {
      const now = currentMinute();
      forgetOld(now);
      if (total >= limit) return false;
      minutes.set(now, (minutes.get(now) ?? 0) + 1);
      total += 1;
      return true;
    },
  };
}
