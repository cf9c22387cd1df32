/** One row of OpportunityHistory, as far as it says where a deal was. */
export interface StageRow {
  /** Of the row: Salesforce counts ids up, which orders rows of one moment. */
  readonly id: string;
  readonly stage: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** A stay in one stage, from the row that entered it to the row that left it. */
export interface StageVisit {
  /** API value. */
  readonly stage: string;
  /** ISO 8601, UTC. */
  readonly enteredAt: string;
  /** Null while the deal is there. */
  readonly leftAt: string | null;
  /** Whole seconds; of a stay that goes on, until now. */
  readonly seconds: number;
}

/** All stays in one stage. */
export interface TimeInStage {
  /** API value. */
  readonly stage: string;
  readonly visits: number;
  /** Whole seconds. */
  readonly seconds: number;
}

export interface StageTimes {
  /** Oldest first. A stage that was left and entered again is there twice. */
  readonly visits: readonly StageVisit[];
  /** In the order in which the stages were first entered. */
  readonly totals: readonly TimeInStage[];
}

/**
 * How long a deal was in each stage. Rows for other changes (amount, close date) do not end a stay; a stage that was entered
 * and left in the same moment is a stay of no time.
 */
export function timeInStages(rows: readonly StageRow[], { now }: { now: Date }): StageTimes {
  const entries = rows
    .toSorted((one, other) => compare(one.at, other.at) || compare(one.id, other.id))
    .filter(({ stage }, index, sorted) => sorted[index - 1]?.stage !== stage);
  const visits = entries.map(({ stage, at }, index): StageVisit => {
    const leftAt = entries[index + 1]?.at ?? null;
    return { stage, enteredAt: at, leftAt, seconds: secondsBetween(at, leftAt ?? now.toISOString()) };
  });
  const totals = new Map<string, TimeInStage>();
  for (const { stage, seconds } of visits) {
    const total = totals.get(stage);
    totals.set(stage, { stage, visits: (total?.visits ?? 0) + 1, seconds: (total?.seconds ?? 0) + seconds });
  }
  return { visits, totals: [...totals.values()] };
}

/** By code units: ids count 0–9, A–Z, a–z, and times are of one form. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Clocks differ: an org that is ahead of this machine makes no negative time. */
function secondsBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1000));
}
