import { z } from 'zod';
import type { EmulatedOrg } from '../emulated-org.ts';
import type { Emulator } from '../emulator.ts';
import { EmulatorError } from '../emulator-error.ts';
import type { OrgHost } from '../host/org-host.ts';
import { UnknownOrgError } from '../host/unknown-org-error.ts';
import type { ControlRequest } from '../http/server.ts';
import type { OperationResponse } from '../operations/operation.ts';
import type { ControlContext, ControlEndpoint } from './control-endpoint.ts';
import { controlEndpoints } from './endpoints.ts';

export interface ControlOptions {
  readonly emulator: Emulator;
  readonly host: OrgHost;
  readonly handle: (orgId: string) => EmulatedOrg;
}

/**
 * Answers `/__emulator/…`. A body must be sent as `application/json`, so that a web page that somebody has open cannot
 * send one without asking first.
 */
export function createControl({
  emulator,
  host,
  handle,
}: ControlOptions): (request: ControlRequest) => OperationResponse {
  return (request) => {
    const whole = request.path.replace(/^\/__emulator/, '').replace(/\/$/, '');
    const [, orgId, ofOrg] = /^\/orgs\/(\w{15}(?:\w{3})?)(\/.*)?$/.exec(whole) ?? [];
    const org = orgId === undefined ? host.primary() : host.find(orgId);
    if (!org) return refuse(404, new UnknownOrgError(orgId ?? '').message, 'EMULATOR_UNKNOWN_ORG');
    const path = (orgId === undefined ? whole : ofOrg) || '/';
    const context = {
      emulator,
      host,
      org,
      emulated: handle(org.id),
      scope: orgId === undefined ? undefined : org.id,
      query: request.query,
    };
    for (const endpoint of controlEndpoints) {
      const name = request.method === endpoint.method ? matchPath(endpoint.path, path) : undefined;
      if (name !== undefined) return answer(endpoint, { ...context, name }, request);
    }
    return refuse(404, `The emulator has no ${request.method} ${request.path}. See its README.`);
  };
}

function answer(endpoint: ControlEndpoint, context: ControlContext, request: ControlRequest): OperationResponse {
  try {
    return { status: 200, body: endpoint.handle(context, readJson(endpoint, request)) };
  } catch (error) {
    if (error instanceof EmulatorError) return refuse(400, error.message, error.code);
    if (error instanceof z.ZodError) return refuse(400, z.prettifyError(error));
    if (error instanceof SyntaxError) return refuse(400, `The body is no valid JSON: ${error.message}`);
    throw error;
  }
}

function readJson(endpoint: ControlEndpoint, { contentType, text }: ControlRequest): unknown {
  if (!endpoint.body) return undefined;
  if (text !== '' && !contentType?.toLowerCase().startsWith('application/json')) {
    throw new SyntaxError('it must be sent as application/json');
  }
  return endpoint.body.parse(text === '' ? {} : JSON.parse(text));
}

/** The named part of the path, an empty text where the pattern has none; undefined when it does not fit. */
function matchPath(pattern: string, path: string): string | undefined {
  const [fixed = '', parameter] = pattern.split(':');
  if (parameter === undefined) return path === pattern ? '' : undefined;
  const rest = path.startsWith(fixed) ? path.slice(fixed.length) : '';
  return rest !== '' && !rest.includes('/') ? decoded(rest) : undefined;
}

/** Undefined for what is no URL-encoded text: such a path is none of ours. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function refuse(status: number, message: string, code = 'EMULATOR_CONTROL_REFUSED'): OperationResponse {
  return { status, body: { code, message } };
}
