import type { DatabaseSync } from 'node:sqlite';
import { createAppStore } from './apps/app-store.ts';
import type { AppStore } from './apps/app-store.ts';
import { createCodeStore } from './code-store.ts';
import type { CodeStore } from './code-store.ts';
import { createLoginTicketStore } from './login-ticket-store.ts';
import type { LoginTicketStore } from './login-ticket-store.ts';
import { createSigningKey } from './signing-key.ts';
import type { SigningKey } from './signing-key.ts';
import { createTokenFamilyStore } from './token-family-store.ts';
import type { TokenFamilyStore } from './token-family-store.ts';

/** What an org remembers about OAuth: apps, codes, families of tokens. Kept in the org's database, over restarts. */
export interface OAuthStore {
  readonly apps: AppStore;
  readonly codes: CodeStore;
  readonly families: TokenFamilyStore;
  readonly loginTickets: LoginTicketStore;
  readonly signingKey: SigningKey;
}

/** Makes the tables it needs, all named `__oauth_…`, where they are not there yet. */
export function createOAuthStore(database: DatabaseSync): OAuthStore {
  return {
    apps: createAppStore(database),
    codes: createCodeStore(database),
    families: createTokenFamilyStore(database),
    loginTickets: createLoginTicketStore(database),
    signingKey: createSigningKey(database),
  };
}
