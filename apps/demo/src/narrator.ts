import { performance } from 'node:perf_hooks';

/** Tells what happens, with the seconds since the command began. */
export interface Narrator {
  /** A new part of the story. */
  chapter(title: string): void;
  /** Something that happened. */
  say(line: string): void;
  /** A count on its way, redrawn in place on a terminal and told at each tenth elsewhere. */
  progress(done: number, total: number, what: string): void;
  /** Seconds since the command began. */
  seconds(): number;
}

export interface NarratorOptions {
  readonly write: (text: string) => void;
  /** Redraw progress in place. */
  readonly isTerminal: boolean;
  /** Milliseconds since the epoch. @default when this process started */
  readonly startedAt?: number;
}

export function createNarrator({ write, isTerminal, startedAt = performance.timeOrigin }: NarratorOptions): Narrator {
  const seconds = () => (Date.now() - startedAt) / 1000;
  let drawn = false;
  const endLine = () => {
    if (drawn) write('\n');
    drawn = false;
  };
  return {
    seconds,
    chapter(title) {
      endLine();
      write(`\n${title}\n`);
    },
    say(line) {
      endLine();
      write(`${seconds().toFixed(1).padStart(6)} s  ${line}\n`);
    },
    progress(done, total, what) {
      const line = `${seconds().toFixed(1).padStart(6)} s  ${done} of ${total} ${what}`;
      if (isTerminal) {
        write(`\r${line}`);
        drawn = true;
        if (done === total) endLine();
      } else if (done === total || done % Math.max(1, Math.ceil(total / 10)) === 0) {
        write(`${line}\n`);
      }
    },
  };
}
