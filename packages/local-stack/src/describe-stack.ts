import type { LocalStack } from './local-stack.ts';

/** The addresses of a running stack, and how a worker is pointed at them. */
export function describeStack({ temporal, postgres, emulator }: LocalStack, workerEnvironmentFile: string): string {
  return `
  Temporal       ${temporal.address} (namespace ${temporal.namespace})
  Temporal UI    ${temporal.uiUrl ?? 'that of your own server'}
  Postgres       ${postgres.url}
  Emulated org   ${emulator.url}
                 log in as ${emulator.admin.username} with ${emulator.admin.password}

Start a worker on it:

  npx node --conditions=development --env-file=${workerEnvironmentFile} apps/worker/src/main.ts

That file holds all its settings; for programs of your own:

  export TEMPORAL_ADDRESS=${temporal.address} TEMPORAL_NAMESPACE=${temporal.namespace}
  export DATABASE_URL='${postgres.url}'

Ctrl-C stops everything.
`;
}
