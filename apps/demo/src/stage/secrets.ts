import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generateEncryptionKey } from '@uman/encryption';
import { z } from 'zod';

const secretsSchema = z.object({
  encryptionKeyId: z.string(),
  encryptionKey: z.string(),
  oauthClientId: z.string(),
  oauthClientSecret: z.string(),
});

/** What the demo would otherwise get from an operator: made for this machine, never shown. */
export type Secrets = z.infer<typeof secretsSchema>;

function createSecrets(): Secrets {
  return {
    encryptionKeyId: 'demo',
    encryptionKey: generateEncryptionKey(),
    oauthClientId: '3MVG9uman.demo',
    oauthClientSecret: randomBytes(32).toString('hex'),
  };
}

/** New secrets, or those that an earlier run left in `file`, which only its owner may read. */
export function loadSecrets(file: string | undefined): Secrets {
  if (file === undefined) return createSecrets();
  if (existsSync(file)) return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const secrets = createSecrets();
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.draft`;
  writeFileSync(draft, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(draft, file); // whole, or not there: this may be killed at any time
  return secrets;
}
