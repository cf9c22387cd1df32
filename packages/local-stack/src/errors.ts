/** Anything that kept the local stack from starting or from doing as it was asked. */
export abstract class LocalStackError extends Error {
  abstract readonly code: string;

  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** One way to get hold of the Temporal CLI, and why it did not work. */
export interface FailedAttempt {
  readonly source: string;
  readonly reason: string;
}

/** No way to get the Temporal CLI worked; each is listed with its own reason. */
export class TemporalNotFoundError extends LocalStackError {
  readonly code = 'LOCAL_STACK_TEMPORAL_NOT_FOUND';
  readonly attempts: readonly FailedAttempt[];

  constructor({ attempts, cacheFile }: { attempts: readonly FailedAttempt[]; cacheFile: string }) {
    super(
      [
        'Could not find or fetch the Temporal CLI. Tried, in this order:',
        ...attempts.map(({ source, reason }, index) => `  ${index + 1}. ${source}: ${reason}`),
        'Supply it in one of these ways:',
        '  - install the Temporal CLI so that `temporal` is on the PATH (https://docs.temporal.io/cli),',
        `  - put its executable at ${cacheFile}, or`,
        '  - set TEMPORAL_ADDRESS to the host:port of a Temporal server that is already running.',
      ].join('\n'),
    );
    this.attempts = attempts;
  }
}

/** A server that was named by an environment variable does not answer. Nothing was started in its place. */
export class ServerUnreachableError extends LocalStackError {
  readonly code = 'LOCAL_STACK_SERVER_UNREACHABLE';
  readonly variable: string;
  readonly address: string;

  constructor({ variable, address, cause }: { variable: string; address: string; cause: unknown }) {
    super(
      `${variable} names the server at ${address}, but it does not answer: ${reasonOf(cause)}. ` +
        `Start that server, correct ${variable}, or unset it so that one is started on this machine.`,
      { cause },
    );
    this.variable = variable;
    this.address = address;
  }
}

/** A part of the stack was started and ended, or did not answer in time. */
export class PartFailedError extends LocalStackError {
  readonly code = 'LOCAL_STACK_PART_FAILED';
  readonly part: string;

  constructor({ part, what, log, cause }: { part: string; what: string; log?: string | undefined; cause?: unknown }) {
    super(`${part} could not be started: ${what}${log ? `\nIts last lines:\n${log}` : ''}`, { cause });
    this.part = part;
  }
}

/** Another stack uses this data directory at the moment. */
export class DirectoryInUseError extends LocalStackError {
  readonly code = 'LOCAL_STACK_DIRECTORY_IN_USE';
  readonly directory: string;
  /** The process that started the other stack; undefined where it could not be read. */
  readonly pid: number | undefined;

  constructor({ directory, pid }: { directory: string; pid: number | undefined }) {
    super(
      `The data directory ${directory} is in use by ${pid === undefined ? 'another process' : `process ${pid}`}. ` +
        'Stop that one first, or start this stack with another data directory.',
    );
    this.directory = directory;
    this.pid = pid;
  }
}

/** The data directory cannot be made, or not be written to. */
export class DirectoryUnusableError extends LocalStackError {
  readonly code = 'LOCAL_STACK_DIRECTORY_UNUSABLE';
  readonly directory: string;

  constructor({ directory, reason }: { directory: string; reason: string }) {
    super(`The data directory ${directory} cannot be used: ${reason}. Name a folder that is writable, or a new one.`);
    this.directory = directory;
  }
}

/** A folder was to be removed in which no stack has ever kept data. */
export class NotADataDirectoryError extends LocalStackError {
  readonly code = 'LOCAL_STACK_NOT_A_DATA_DIRECTORY';
  readonly directory: string;

  constructor({ directory }: { directory: string }) {
    super(
      `${directory} was not removed: it is not empty, and nothing in it says that a stack kept its data there. ` +
        'Name another folder, or empty this one by hand.',
    );
    this.directory = directory;
  }
}

/** A part was asked for that `parts` had left out. */
export class PartNotStartedError extends LocalStackError {
  readonly code = 'LOCAL_STACK_PART_NOT_STARTED';
  readonly part: string;

  constructor({ part }: { part: string }) {
    super(`This stack was started without ${part}. Leave \`parts.${part}\` out, or set it to true.`);
    this.part = part;
  }
}

/** The process that owns the stack's processes is gone, or was asked for something after its end. */
export class GuardianError extends LocalStackError {
  readonly code = 'LOCAL_STACK_GUARDIAN_FAILED';
}

/** What went wrong, as one line for a message that quotes it. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const told = error.message || error.name;
  const inner = error.cause instanceof Error ? error.cause.message : '';
  return inner === '' || told.includes(inner) ? told : `${told} (${inner})`;
}
