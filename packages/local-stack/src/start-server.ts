import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { PartFailedError, reasonOf } from './errors.ts';
import { freePort, isPortFree } from './free-port.ts';
import type { Guardian } from './guardian/create-guardian.ts';
import type { ProcessRequest } from './guardian/messages.ts';

const tries = 5;
const pauseMs = 20;
const saysPortTaken = /address already in use/i;

export interface StartServerOptions {
  readonly guardian: Guardian;
  readonly part: string;
  readonly logFile: string;
  /** Taken if it is free. */
  readonly preferredPort?: number | undefined;
  /** How long it may take until it answers, in milliseconds. */
  readonly timeoutMs: number;
  readonly request: (port: number) => Promise<Omit<ProcessRequest, 'output' | 'role' | 'name'>>;
  /** Resolves when the server answers; rejects when it does not yet. */
  readonly check: (port: number) => Promise<void>;
  /** Called when it ends after it had answered. */
  readonly onEnd: (how: string) => void;
}

/** Starts a server on a free port and waits until it answers. Tries again with another port where somebody was quicker to take it. */
export async function startServer(options: StartServerOptions): Promise<{ port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? options.preferredPort : undefined);
    const outcome = await startOnPort(options, port);
    if (outcome === 'ready') return { port };
    const log = await lastLines(options.logFile);
    // A server may choose further ports itself, as Temporal's does for HTTP: of those only its log tells.
    const wasTaken = outcome.hasExited && (saysPortTaken.test(log) || !(await isPortFree(port)));
    if (wasTaken && attempt < tries) continue;
    throw new PartFailedError({
      part: options.part,
      what: outcome.what,
      log,
      cause: outcome.cause,
    });
  }
}

type Outcome = 'ready' | { readonly what: string; readonly hasExited: boolean; readonly cause?: unknown };

async function startOnPort(options: StartServerOptions, port: number): Promise<Outcome> {
  const { guardian, part, logFile, timeoutMs, check } = options;
  const request = { ...(await options.request(port)), name: part, role: 'server', output: { file: logFile } } as const;
  const server = await guardian.start(request);
  let end: string | undefined;
  let isReady = false;
  const watch = async (): Promise<void> => {
    const { code, signal } = await server.exited;
    end = `it ended with ${signal ?? `code ${code}`}`;
    if (isReady) options.onEnd(end);
  };
  void watch();

  const deadline = Date.now() + timeoutMs;
  for (;;) {
    let refusal: unknown;
    try {
      await check(port);
      // Whoever answered may be a stranger on the port that ours did not get: then ours has ended.
      if (end === undefined) {
        isReady = true;
        return 'ready';
      }
    } catch (error) {
      refusal = error;
    }
    if (end !== undefined) return { what: end, hasExited: true };
    if (Date.now() > deadline) {
      server.kill('SIGKILL');
      return {
        what: `it did not answer within ${timeoutMs / 1_000} s: ${reasonOf(refusal)}`,
        hasExited: false,
        cause: refusal,
      };
    }
    await sleep(pauseMs);
  }
}

/** The end of a log, for an error message. */
async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => `(no log: ${reasonOf(error)})`);
  return text.trimEnd().split('\n').slice(-15).join('\n');
}
