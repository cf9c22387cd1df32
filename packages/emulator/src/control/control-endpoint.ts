import type { z } from 'zod';
import type { Emulator } from '../emulator.ts';
import type { EmulatedOrg } from '../emulated-org.ts';
import type { OrgHost } from '../host/org-host.ts';
import type { Org } from '../org/org.ts';

/** What a control endpoint works on. */
export interface ControlContext {
  readonly emulator: Omit<Emulator, 'close'>;
  readonly host: OrgHost;
  /** The org that the path names (`/__emulator/orgs/<id>/…`), else the first one. */
  readonly emulated: EmulatedOrg;
  /** Its id where the path names it; undefined: all orgs are meant. */
  readonly scope: string | undefined;
  /** The same from within. */
  readonly org: Org;
  readonly query: URLSearchParams;
  /** Named part of the path. */
  readonly name: string;
}

/** An endpoint below `/__emulator/`: not Salesforce's API, no session needed. */
export interface ControlEndpoint<Body extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** e.g. `/records/:name` */
  readonly path: string;
  readonly body?: Body;
  /** What it answers with, as JSON. */
  handle(context: ControlContext, body: z.output<Body>): unknown;
}

export function defineControl<Body extends z.ZodType>(endpoint: ControlEndpoint<Body>): ControlEndpoint {
  return endpoint;
}
