import type { z } from 'zod';
import type { Emulator } from '../emulator.ts';
import type { Org } from '../org/org.ts';

/** What a control endpoint works on. */
export interface ControlContext {
  readonly emulator: Omit<Emulator, 'url' | 'close'>;
  readonly org: Org;
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
