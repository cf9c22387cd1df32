import { PartFailedError } from '../errors.ts';
import { runCommand } from '../run-command.ts';

/** An account that a server runs as in place of ours. */
export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account that Postgres runs as: our own, except for root, which Postgres refuses to run as.
 * Then it is `nobody`, which owns nothing and is there without our changing the system, or an existing `postgres`.
 */
export async function serverAccount(): Promise<ServerAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['nobody', 'postgres']) {
    const [uid, gid] = await Promise.all([runCommand('id', ['-u', name]), runCommand('id', ['-g', name])]);
    if (uid.succeeded && gid.succeeded) return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new PartFailedError({
    part: 'Postgres',
    what: 'it refuses to run as root, and there is no account `nobody` or `postgres` to run it as. Create one, run as another user, or set DATABASE_URL.',
  });
}

/** Whether the account can work in this folder. True for our own account. */
export async function canUse(directory: string, account: ServerAccount | undefined): Promise<boolean> {
  if (account === undefined) return true;
  const probe = 'cd "$1" && test -r . && test -w . && test -x .';
  return (await runCommand('/bin/sh', ['-c', probe, 'sh', directory], asAccount(account))).succeeded;
}

/** How a command is run as that account. */
export function asAccount(account: ServerAccount | undefined): { cwd: string; uid?: number; gid?: number } {
  return { cwd: '/', ...(account && { uid: account.uid, gid: account.gid }) };
}
