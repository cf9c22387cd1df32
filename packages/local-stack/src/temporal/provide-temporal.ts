import type { LocalStack } from '../local-stack.ts';
import type { StackStart, StartedPart } from '../stack-start.ts';
import { locateTemporal } from './find-temporal.ts';
import { checkGivenTemporal, startTemporal } from './start-temporal.ts';

/** The server that TEMPORAL_ADDRESS names, or one that is started. */
export async function provideTemporal(start: StackStart): Promise<StartedPart<LocalStack['temporal']>> {
  const { config, dataDirectory, ports } = start;
  if (config.temporalAddress !== undefined) {
    await checkGivenTemporal(config.temporalAddress, config);
    start.ready('Temporal (TEMPORAL_ADDRESS)', config.temporalAddress);
    return { part: { address: config.temporalAddress, namespace: config.temporalNamespace }, ports: {} };
  }
  const { progress, environment, temporalUi = false } = start.options;
  const cli = await locateTemporal({ ...(progress && { progress }), ...(environment && { environment }) });
  const { port, uiPort } = await startTemporal({
    guardian: await start.guardian,
    cli,
    logDirectory: await start.logDirectory,
    dataDirectory,
    ui: temporalUi,
    preferredPort: ports.temporal,
    preferredUiPort: ports.temporalUi,
    path: config.path,
    onEnd: start.ended('Temporal'),
  });
  const address = `127.0.0.1:${port}`;
  start.ready(`Temporal ${cli.version}`, address);
  const ui = uiPort === undefined ? {} : { uiUrl: `http://127.0.0.1:${uiPort}` };
  return {
    part: { address, namespace: 'default', ...ui },
    ports: { temporal: port, ...(uiPort === undefined ? {} : { temporalUi: uiPort }) },
  };
}
