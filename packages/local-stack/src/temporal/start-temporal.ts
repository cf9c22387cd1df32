import { join } from 'node:path';
import type { LocalStackConfig } from '../config.ts';
import { ServerUnreachableError } from '../errors.ts';
import { freePort } from '../free-port.ts';
import type { Guardian } from '../guardian/create-guardian.ts';
import { startServer } from '../start-server.ts';
import { checkTcp, checkTemporal } from './check-temporal.ts';
import type { TemporalCli } from './find-temporal.ts';

export interface StartTemporalOptions {
  readonly guardian: Guardian;
  readonly cli: TemporalCli;
  readonly logDirectory: string;
  /** Keeps its database there. @default in memory */
  readonly dataDirectory: string | undefined;
  /** Serves the web UI as well. */
  readonly ui: boolean;
  readonly preferredPort: number | undefined;
  readonly preferredUiPort: number | undefined;
  readonly path: string;
  readonly onEnd: (how: string) => void;
}

/** Starts Temporal's dev server on 127.0.0.1 and waits until its namespace `default` answers. */
export async function startTemporal(
  options: StartTemporalOptions,
): Promise<{ port: number; uiPort: number | undefined }> {
  const { guardian, cli, dataDirectory } = options;
  let uiPort: number | undefined;
  const { port } = await startServer({
    guardian,
    part: 'Temporal',
    logFile: join(options.logDirectory, 'temporal.log'),
    preferredPort: options.preferredPort,
    timeoutMs: 60_000,
    onEnd: options.onEnd,
    async request(chosen) {
      uiPort = options.ui ? await freePort(options.preferredUiPort) : undefined;
      return {
        command: cli.file,
        args: [
          'server',
          'start-dev',
          '--ip=127.0.0.1',
          `--port=${chosen}`,
          uiPort === undefined ? '--headless' : `--ui-port=${uiPort}`,
          '--log-level=error',
          // The default of 20 a second makes each hand-over of a task wait for its 50 ms slot.
          '--dynamic-config-value=history.transferProcessorMaxPollRPS=1000',
          ...(dataDirectory === undefined ? [] : databaseFlags(dataDirectory)),
        ],
        // Neither the user's Temporal configuration nor TEMPORAL_ variables are meant for this server.
        env: { PATH: options.path, HOME: guardian.runDirectory, XDG_CONFIG_HOME: guardian.runDirectory },
        cwd: guardian.runDirectory,
        stopSignals: dataDirectory === undefined ? [] : ['SIGTERM'], // in memory there is nothing to bring to an end
        patienceMs: 10_000,
      };
    },
    check: (chosen) => checkTemporal(`127.0.0.1:${chosen}`, 'default'),
  });
  return { port, uiPort };
}

/** Verifies a server that was given by TEMPORAL_ADDRESS. Behind TLS only that somebody accepts connections there. */
export async function checkGivenTemporal(address: string, config: LocalStackConfig): Promise<void> {
  try {
    await (config.temporalUsesTls ? checkTcp(address) : checkTemporal(address, config.temporalNamespace, 5_000));
  } catch (cause) {
    throw new ServerUnreachableError({ variable: 'TEMPORAL_ADDRESS', address, cause });
  }
}

/** A write-ahead log that is not synced survives the death of the process, not of the machine, and is twice as fast. */
function databaseFlags(directory: string): string[] {
  const file = join(directory, 'temporal.sqlite');
  return [`--db-filename=${file}`, '--sqlite-pragma=journal_mode=wal', '--sqlite-pragma=synchronous=off'];
}
