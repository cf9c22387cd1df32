import pg from 'pg';
import { runSql } from './run-sql.ts';

/**
 * Creates an empty database on a stack's Postgres, for tests that want one of their own.
 * @returns the URL to connect to it with
 * @throws pg's DatabaseError 42P04 where there is one of that name already
 */
export async function createDatabase(
  stack: { readonly postgres: { readonly url: string } },
  name: string,
): Promise<string> {
  await runSql(stack.postgres.url, `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  const url = new URL(stack.postgres.url);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.toString();
}
