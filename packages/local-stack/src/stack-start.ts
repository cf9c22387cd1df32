import type { LocalStackConfig } from './config.ts';
import type { Guardian } from './guardian/create-guardian.ts';
import type { LocalStackOptions } from './local-stack.ts';
import type { ServerAccount } from './postgres/server-account.ts';
import type { RememberedPorts } from './remembered-ports.ts';

/** What the parts of one stack share while they are started side by side. */
export interface StackStart {
  readonly options: LocalStackOptions;
  readonly config: LocalStackConfig;
  readonly guardian: Promise<Guardian>;
  /** Who Postgres runs as. */
  readonly account: Promise<ServerAccount | undefined>;
  readonly dataDirectory: string | undefined;
  /** Where the servers' logs go. */
  readonly logDirectory: Promise<string>;
  /** The ports of the last start. */
  readonly ports: RememberedPorts;
  /** Says that a part answers. */
  readonly ready: (part: string, where: string) => void;
  /** Says that a part has ended before it was stopped. */
  readonly ended: (part: string) => (how: string) => void;
}

/** A part that answers, and the ports to remember. */
export interface StartedPart<Part> {
  readonly part: Part;
  readonly ports: RememberedPorts;
}
