import { fileURLToPath } from 'node:url';
import { commandStartedAt } from './config.ts';
import { CrmFilesError } from './crm/crm-files.ts';
import { importCrm } from './crm/import-crm.ts';
import { createNarrator, type Narrator } from './narrator.ts';
import { parseOptions, USAGE, UsageError, type DemoOptions } from './options.ts';
import { openStage, type Stage } from './stage/stage.ts';
import { tellStory } from './story/tell-story.ts';

type PlayOptions = Exclude<DemoOptions, { command: 'help' }>;

async function play(options: PlayOptions, narrator: Narrator): Promise<{ figures: object; stage: Stage }> {
  if (options.command === 'crm') return await importCrm({ ...options, narrator });
  const orgMetadata = fileURLToPath(new URL('../org', import.meta.url));
  const stage = await openStage({ narrator, orgMetadata });
  try {
    return { figures: await tellStory(stage, narrator), stage };
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
  const { figures, stage } = await play(options, narrator);
  const { uiUrl } = stage.stack.temporal;
  if (options.keep) {
    narrator.chapter('Everything keeps running until Ctrl-C');
    if (uiUrl !== undefined) narrator.say(`Temporal UI   ${uiUrl}`);
    narrator.say(`Salesforce    ${stage.stack.emulator.url} (emulated)`);
    if (options.json) console.log(JSON.stringify(figures));
    await untilSignal();
  } else {
    narrator.say(
      `The Temporal UI was at ${uiUrl ?? 'an address of its own'}; --keep leaves it running, to look at each workflow.`,
    );
  }
  await stage.close();
  if (options.json && !options.keep) console.log(JSON.stringify(figures));
}

async function untilSignal(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  const alive = setInterval(() => {}, 60_000);
  await promise;
  clearInterval(alive);
}

main().catch((error: unknown) => {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  process.stderr.write(`\n${error instanceof CrmFilesError ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
});
