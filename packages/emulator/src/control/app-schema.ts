import { z } from 'zod';
import { isAddressEntry } from '../oauth/apps/address-list.ts';
import type { RegisterAppOptions } from '../oauth/apps/oauth-app.ts';
import { toPublicKey } from '../oauth/verify-assertion.ts';
import { withoutUndefined } from './without-undefined.ts';

const seconds = z.int().positive();

/** The body of `POST /__emulator/apps`: an app with every switch, each of which may be left out. */
export const appSchema = z
  .strictObject({
    name: z.string().min(1),
    clientId: z.string().min(1).optional(),
    clientSecret: z.string().min(1).optional(),
    redirectUris: z.array(z.string().refine((uri) => URL.canParse(uri), 'is no absolute URL')).min(1),
    kind: z.enum(['connectedApp', 'externalClientApp']).optional(),
    scopes: z.array(z.string().min(1)).min(1).optional(),
    installed: z.boolean().optional(),
    blocked: z.boolean().optional(),
    permittedUsers: z.enum(['selfAuthorize', 'adminApproved']).optional(),
    approvedProfiles: z.array(z.string().min(1)).optional(),
    approvedPermissionSets: z.array(z.string().min(1)).optional(),
    pkceRequired: z.boolean().optional(),
    secretRequiredForWebServerFlow: z.boolean().optional(),
    secretRequiredForRefresh: z.boolean().optional(),
    refreshTokenRotation: z.boolean().optional(),
    refreshTokenPolicy: z
      .discriminatedUnion('type', [
        z.strictObject({ type: z.enum(['infinite', 'zero']) }),
        z.strictObject({ type: z.enum(['lifetime', 'inactivity']), seconds }),
      ])
      .optional(),
    idleRefreshTokenLimit: z.boolean().optional(),
    refreshTokenAddresses: z.array(z.string().refine(isAddressEntry, 'is no address, subnet or range')).optional(),
    introspectsAllTokens: z.boolean().optional(),
    certificate: z.string().refine(isKey, 'is no PEM certificate or public key').optional(),
    clientCredentialsUser: z.string().min(1).optional(),
  })
  .transform((app) => withoutUndefined(app) satisfies RegisterAppOptions);

function isKey(text: string): boolean {
  try {
    return toPublicKey(text).type === 'public';
  } catch {
    return false;
  }
}
