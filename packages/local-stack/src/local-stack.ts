import type { Emulator, EmulatorOptions } from '@uman/emulator';
import type { OwnedProcess } from './guardian/create-guardian.ts';

export interface LocalStackOptions {
  /** Which parts are started. @default all three */
  readonly parts?: { readonly temporal?: boolean; readonly postgres?: boolean; readonly emulator?: boolean };
  /**
   * Temporal's database, Postgres' data and the org are kept here over restarts, and so are the ports where they are still free.
   * One stack at a time. @default a temporary folder, removed at the end
   */
  readonly dataDirectory?: string;
  /** For the emulated org; its data file is kept in `dataDirectory` unless it is named here. @default {} */
  readonly emulator?: EmulatorOptions;
  /** Serves Temporal's web UI as well. @default false */
  readonly temporalUi?: boolean;
  /** Called with a sentence about each thing that takes time. @default nothing is said */
  readonly progress?: (line: string) => void;
  /** Where TEMPORAL_ADDRESS, DATABASE_URL, PATH and the folders for cache and state come from. @default this process' environment */
  readonly environment?: NodeJS.ProcessEnv;
}

/** Temporal, Postgres and an emulated org that run on this machine. */
export interface LocalStack {
  /** @throws PartNotStartedError where the stack was started without it; so do the other two */
  readonly temporal: {
    /** host:port */
    readonly address: string;
    /** `default`, or TEMPORAL_NAMESPACE where TEMPORAL_ADDRESS was given. */
    readonly namespace: string;
    readonly uiUrl?: string;
  };
  /** The URL holds the password; DATABASE_URL where that was given. */
  readonly postgres: { readonly url: string };
  readonly emulator: Emulator;
  /** Starts a process that dies with us, even if we die by SIGKILL. */
  startProcess(options: StartProcessOptions): Promise<OwnedProcess>;
  /** Ends the processes of `startProcess`, then the servers. What was given by the environment is left running. Can be called twice. */
  stop(): Promise<void>;
}

export interface StartProcessOptions {
  /** For messages. */
  readonly name: string;
  /** A file, or a name that is looked up on the PATH. */
  readonly command: string;
  readonly args: readonly string[];
  /** Added to this process' environment. @default {} */
  readonly env?: Readonly<Record<string, string>>;
  /** @default this process' working directory */
  readonly cwd?: string;
  /** Called with each line of its output. @default it is dropped */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void;
}
