import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { removeDataDirectory } from '@uman/local-stack';
import type { Narrator } from '../narrator.ts';
import { openStage, type Stage } from '../stage/stage.ts';
import { describeBlemish } from './blemish.ts';
import { clip } from './clip.ts';
import { checkOrg } from './check-org.ts';
import { readCrmFiles } from './crm-files.ts';
import { planImport } from './plan-import.ts';
import type { ImportPlan, RejectedRow } from './planned-row.ts';
import { runImport } from './run-import.ts';

export interface CrmFigures {
  /** Rows of the export that were taken, accounts and opportunities: each is written, already written, rejected or lost. */
  readonly rows: number;
  readonly written: number;
  /** Found as written by an earlier run, by their keys. */
  readonly alreadyWritten: number;
  readonly rejected: number;
  /** Records in the org beyond one for each row. */
  readonly duplicates: number;
  /** Rows without an outcome, or reported as written and not in the org. */
  readonly lost: number;
  readonly blemishes: number;
  /** API calls that the org counted during this run. */
  readonly apiCalls: number;
  readonly workerRestarts: number;
  readonly seconds: number;
}

export interface ImportCrmOptions {
  readonly directory: string;
  readonly limit: number | undefined;
  /** Where the org, the workflows and the connection are kept. @default `.local/demo-crm` of this repository */
  readonly dataDirectory: string | undefined;
  readonly reset: boolean;
  readonly narrator: Narrator;
}

const app = fileURLToPath(new URL('../../', import.meta.url));
const USUAL_DATA_DIRECTORY = fileURLToPath(new URL('../../../../.local/demo-crm', import.meta.url));
/** More than these stand in the report file only. */
const MOST_LINES_TOLD = 40;

/** Writes a CRM's export, each row by a workflow of its own. Close the stage when done with it. */
export async function importCrm(options: ImportCrmOptions): Promise<{ figures: CrmFigures; stage: Stage }> {
  const { directory, limit, reset, narrator } = options;
  const dataDirectory = resolve(options.dataDirectory ?? USUAL_DATA_DIRECTORY);
  const crm = readCrmFiles(directory);
  narrator.say(
    `Read ${crm.accounts.length} accounts, ${crm.products.length} products, ${crm.salesTeams.length} sales agents and ${crm.pipeline.length} opportunities.`,
  );
  if (reset) await removeDataDirectory(dataDirectory);
  const stage = await openStage({ narrator, orgMetadata: join(app, 'crm-org'), dataDirectory });
  try {
    const startedAt = Date.now();
    const { emulator } = stage.stack;
    emulator.clearRequests();
    const plan = planImport({ crm, connectionId: stage.connectionId, limit });
    narrator.chapter(
      `Writing ${plan.accounts.length} accounts and ${plan.deals.length} deals, each row by a workflow of its own`,
    );
    const outcome = await Promise.race([
      runImport({ plan, uman: stage.uman, onProgress: (done, total) => narrator.progress(done, total, 'rows') }),
      stage.worker.failed,
    ]);
    const rejected = [...plan.rejected, ...outcome.rejected];
    report({ plan, rejected, dataDirectory, narrator });

    const there = [...outcome.written, ...outcome.alreadyWritten];
    const { duplicates, lost } = checkOrg(emulator, there);
    const rows = plan.accounts.length + plan.deals.length + plan.rejected.length;
    const figures: CrmFigures = {
      rows,
      written: outcome.written.length,
      alreadyWritten: outcome.alreadyWritten.length,
      rejected: rejected.length,
      duplicates,
      lost: lost + rows - there.length - rejected.length,
      blemishes: plan.blemishes.length,
      apiCalls: emulator.apiCalls(),
      workerRestarts: stage.worker.restarts,
      seconds: Math.round((Date.now() - startedAt) / 100) / 10,
    };
    tell(figures, narrator);
    return { figures, stage };
  } catch (error) {
    await stage.close();
    throw error;
  }
}

/** Every blemish and every rejected row, by row: on the screen as far as it is readable, and in a file whole. */
function report(options: {
  plan: ImportPlan;
  rejected: readonly RejectedRow[];
  dataDirectory: string;
  narrator: Narrator;
}): void {
  const { plan, rejected, dataDirectory, narrator } = options;
  const lines = [
    ...rejected.map(({ file, line, id, reason }) => `${file} line ${line} (${clip(id)}): rejected: ${reason}`),
    ...plan.blemishes.map(describeBlemish),
  ];
  const file = join(dataDirectory, 'rows.txt');
  rmSync(file, { force: true }); // an earlier run's
  if (lines.length === 0) return;
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  narrator.chapter('Rows that are not as they should be');
  for (const line of lines.slice(0, MOST_LINES_TOLD)) narrator.say(line);
  if (lines.length > MOST_LINES_TOLD) narrator.say(`… and ${lines.length - MOST_LINES_TOLD} more.`);
  narrator.say(`All of them: ${file}`);
}

function tell(figures: CrmFigures, narrator: Narrator): void {
  const { rows, written, alreadyWritten, rejected, duplicates, lost, apiCalls, workerRestarts, seconds } = figures;
  narrator.chapter('What came of it');
  narrator.say(
    `${rows} rows: ${written} written, ${alreadyWritten} already written, ${rejected} rejected, ${lost} lost; ${duplicates} duplicates in the org.`,
  );
  const perSecond = seconds > 0 ? Math.round((written + alreadyWritten) / seconds) : 0;
  narrator.say(
    `${apiCalls} API calls, ${seconds} seconds (${perSecond} rows a second), ${workerRestarts} restarts of the worker.`,
  );
  if (written === 0 && alreadyWritten > 0) {
    narrator.say('Each row was known by its key. --reset forgets what earlier runs have written.');
  }
}
