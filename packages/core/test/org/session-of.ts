import { z } from 'zod';
import type { TestOrgConfig } from './config.ts';

export interface OrgSession {
  readonly instanceUrl: string;
  readonly accessToken: string;
}

const answerSchema = z.object({ instance_url: z.url(), access_token: z.string() });

let refreshed: Promise<OrgSession> | undefined;

/** A session in the org; one refresh a process. */
export async function sessionOf(config: TestOrgConfig): Promise<OrgSession> {
  if (config.kind === 'session') return config;
  refreshed ??= refresh(config);
  return refreshed;
}

async function refresh(config: Extract<TestOrgConfig, { kind: 'refresh' }>): Promise<OrgSession> {
  const answer = await fetch(new URL('/services/oauth2/token', config.loginUrl), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: config.refreshToken,
      client_id: config.clientId,
      client_secret: config.clientSecret,
    }),
  });
  const body = (await answer.json()) as { error?: string; error_description?: string };
  if (!answer.ok) throw new Error(`The refresh token was refused: ${body.error} (${body.error_description}).`);
  const { instance_url: instanceUrl, access_token: accessToken } = answerSchema.parse(body);
  return { instanceUrl, accessToken };
}
