import { z } from 'zod';
import { jsonParserError } from '../../dml/json-parser-error.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { resourceNotFound } from '../../http/resource-not-found.ts';
import { issueLoginCode } from '../../new-orgs/issue-login-code.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';

const bodySchema = z.looseObject({ clientId: z.string().optional(), sandboxName: z.string(), callbackUrl: z.string() });

export const sandboxAuth = defineOperation({
  name: 'Tooling API: log in to a new sandbox',
  method: 'POST',
  path: '/services/data/:version/tooling/sandboxAuth',
  evidence: ['client', 'unverified'],
  source: 'the request of @salesforce/core; what a sandbox that there is not answers is not verified',
  handle(context) {
    const { org, host, request } = context;
    const parsed = bodySchema.safeParse(request.body);
    if (!parsed.success) throw jsonParserError(parsed.error.issues[0]?.message ?? '');
    const { clientId, sandboxName, callbackUrl } = parsed.data;
    // The CLI leaves it out where it was logged in by an access token.
    if (clientId === undefined) throw new NotEmulatedError('a sandboxAuth without clientId');
    const caller = org.users.findById(callerOf(context).userId);
    const sandbox = host
      .orgs()
      .find(
        ({ identity }) =>
          identity.parentOrgId === org.id && identity.sandboxName?.toLowerCase() === sandboxName.toLowerCase(),
      );
    const user = sandbox?.users.find(`${caller?.username ?? ''}.${sandboxName.toLowerCase()}`);
    if (!sandbox || !user) throw resourceNotFound();
    const authCode = issueLoginCode(sandbox, { userId: user.id, clientId, redirectUri: callbackUrl, appOf: org });
    return {
      status: 200,
      body: { authUserName: user.username, authCode, instanceUrl: sandbox.url(), loginUrl: sandbox.url() },
    };
  },
});
