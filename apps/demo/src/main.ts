import { fileURLToPath } from 'node:url';
import { LocalStackError } from '@uman/local-stack';
import { commandStartedAt } from './config.ts';
import { CrmFilesError } from './crm/crm-files.ts';
import { importCrm } from './crm/import-crm.ts';
import { createNarrator, type Narrator } from './narrator.ts';
import { parseOptions, USAGE, UsageError, type DemoOptions } from './options.ts';
import { openStage, type Stage } from './stage/stage.ts';
import { brokenPromises } from './story/broken-promises.ts';
import { tellStory } from './story/tell-story.ts';

type PlayOptions = Exclude<DemoOptions, { command: 'help' }>;

interface Played {
  readonly figures: object;
  /** What did not come out as this product promises. */
  readonly broken: readonly string[];
  readonly stage: Stage;
}

async function play(options: PlayOptions, narrator: Narrator): Promise<Played> {
  if (options.command === 'crm') {
    const { figures, stage } = await importCrm({ ...options, narrator });
    const { duplicates, lost } = figures;
    const broken = [
      ...(duplicates === 0 ? [] : [`${duplicates} records are duplicates`]),
      ...(lost === 0 ? [] : [`${lost} rows are lost`]),
    ];
    return { figures, broken, stage };
  }
  const orgMetadata = fileURLToPath(new URL('../org', import.meta.url));
  const stage = await openStage({ narrator, orgMetadata });
  try {
    const figures = await Promise.race([tellStory({ stage, narrator, orgMetadata }), stage.worker.failed]);
    return { figures, broken: brokenPromises(figures), stage };
  } catch (error) {
    await stage.close();
    throw error;
  }
}

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (options.command === 'help') {
    process.stdout.write(USAGE);
    return;
  }
  const startedAt = commandStartedAt();
  const narrator = createNarrator({
    write: (text) => process.stdout.write(text),
    isTerminal: process.stdout.isTTY && !options.json,
    ...(startedAt !== undefined && { startedAt }),
  });
  const { figures, broken, stage } = await play(options, narrator);
  if (broken.length > 0) {
    narrator.chapter('Not as promised');
    for (const line of broken) narrator.say(line);
    process.exitCode = 1;
  }
  const { uiUrl } = stage.stack.temporal;
  if (options.keep) {
    narrator.chapter('Everything keeps running until Ctrl-C');
    if (uiUrl !== undefined) narrator.say(`Temporal UI   ${uiUrl}`);
    narrator.say(`Salesforce    ${stage.stack.emulator.url} (emulated)`);
    if (options.json) console.log(JSON.stringify(figures));
    await untilSignal();
  }
  await stage.close();
  if (options.keep) return;
  narrator.say(
    'Everything is stopped. With --keep it stays: each workflow can be looked at in the Temporal UI' +
      (uiUrl === undefined ? '.' : `, which was at ${uiUrl}.`),
  );
  if (options.json) console.log(JSON.stringify(figures));
}

async function untilSignal(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  const alive = setInterval(() => {}, 60_000);
  await promise;
  clearInterval(alive);
}

// Nobody reads the story any more (a pipe to `head`, say): what was started ends with this process.
process.stdout.on('error', () => process.exit(1));

main().catch((error: unknown) => {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  // What a user can mend says how; a fault of ours shows where.
  const isForTheUser = error instanceof CrmFilesError || error instanceof LocalStackError;
  process.stderr.write(`\n${isForTheUser ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
});
