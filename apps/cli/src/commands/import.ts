// `crg import`: files into the city of the data folder, all of them or nothing.
import { existsSync } from 'node:fs';
import type { Mapping } from '@crg/city-format/mapping-schema';
import { checkImport } from '@crg/services/imports/check-import';
import { configureImport } from '@crg/services/imports/configure-import';
import { moveImport } from '@crg/services/imports/import-faults';
import { percentRead, progressText } from '@crg/services/imports/import-progress';
import type { OnError } from '@crg/services/imports/import-settings';
import { keptMappings } from '@crg/services/imports/kept-mappings';
import { openImport } from '@crg/services/imports/open-import';
import { stagedErrors } from '@crg/services/imports/rejected-rows';
import { settleInterruptedImports } from '@crg/services/imports/settle-imports';
import { writeImport } from '@crg/services/imports/write-import';
import type { ImportStage, StagedProblem } from '@crg/stores/ports/import-stage';
import type { Stores } from '@crg/stores/ports/stores';
import { chosenMapping, type ReadingWay } from '../import/chosen-mapping.ts';
import { type GivenSource, givenFiles } from '../import/given-files.ts';
import { type Looked, lookAt } from '../import/look-at.ts';
import {
  type ImportReport,
  jsonLine,
  mostRejectedInJson,
  nothingChanged,
  refusal,
  tellOutcome,
} from '../import/report.ts';
import { type Silence, watchSilence } from '../import/watch-silence.ts';
import { listenForStop } from '../stop-signals.ts';
import { Stopped } from '../stopped.ts';
import type { Terminal } from '../terminal.ts';
import { withDataFolder } from '../with-data-folder.ts';

export interface ImportOptions {
  readonly files: readonly string[];
  readonly data: string;
  /** Name of a mapping, a file that holds one, or `suggested`; for every table of the call. */
  readonly mapping?: string;
  readonly onError: OnError;
  readonly dryRun?: true;
  readonly json?: true;
}

/**
 * @throws InvalidInput when a city file is refused; DomainError when a file, a row, a mapping or the folder is; Stopped when
 * a person ends it. Nothing is written then.
 */
export async function importFiles(options: ImportOptions, terminal: Terminal): Promise<void> {
  const began = performance.now();
  const stop = listenForStop((name) => {
    terminal.tell(`crg import: ${name} again: ended at once. An import is in the city as a whole or not at all.`);
    process.exit(1);
  });
  const { signal } = stop;
  try {
    const given = await givenFiles(options.files, terminal);
    const look = async (kept: readonly Mapping[]): Promise<Look> => {
      const way = await chosenMapping(options.mapping, { kept, terminal });
      return { kept, way, looked: await lookAt(given, { way, kept }) };
    };
    // A file with mistakes that show at once never makes a folder; one that is there may keep mappings.
    const early = existsSync(options.data) ? null : await look([]);
    signal.throwIfAborted();
    const done = await withDataFolder(options.data, terminal, async (stores) => {
      const seen = early ?? (await look(await keptMappings(stores)));
      const silence = watchSilence(terminal, () => process.exit(1));
      try {
        return await importInto(stores, { ...seen, given, options, terminal, silence, signal });
      } finally {
        silence.end();
      }
    });
    const report: ImportReport = { ...done, seconds: (performance.now() - began) / 1000 };
    tellOutcome(report, terminal);
    if (options.json) await terminal.write(jsonLine(report));
    const refused = refusal(report);
    if (refused !== null) throw refused;
  } catch (error) {
    throw signal.aborted && error === signal.reason ? new Stopped('stopped; nothing was written.') : error;
  } finally {
    stop.release();
  }
}

/** What the files are and how they are to be read. */
interface Look {
  readonly kept: readonly Mapping[];
  readonly way: ReadingWay;
  readonly looked: readonly Looked[];
}

interface Run extends Look {
  readonly given: readonly GivenSource[];
  readonly options: ImportOptions;
  readonly terminal: Terminal;
  readonly silence: Silence;
  readonly signal: AbortSignal;
}

type Done = Omit<ImportReport, 'seconds'>;

/** An import that has not reached the city is forgotten: whoever corrects the file starts a new one. */
async function importInto(stores: Stores, run: Run): Promise<Done> {
  const { imports } = stores;
  await settleInterruptedImports({ imports });
  const { given, way, kept, options, signal } = run;
  const files = given.map(({ source, origin }) => ({ name: source.name, origin, bytes: source.read() }));
  const { id } = await openImport({ imports }, { files, onError: options.onError, kept, signal });
  try {
    if (typeof way === 'object') {
      await configureImport({ imports }, { importId: id, wanted: { mappings: given.map(() => way.mapping) }, kept });
    }
    const done = await checkAndWrite(stores, id, run);
    if (done.importId === null) await imports.remove(id);
    return done;
  } catch (error) {
    // The error that ended it is the one to tell; what cannot be forgotten now is settled by the next import.
    await forget(stores, id).catch(() => undefined);
    throw error;
  }
}

async function checkAndWrite(stores: Stores, importId: string, run: Run): Promise<Done> {
  const { imports, importStage, city, sites } = stores;
  const { looked, options, terminal, silence, signal } = run;
  await moveImport({ imports }, importId, 'checking', { wanted: 'to be checked' });
  const summary = await checkImport(
    { imports, importStage, city, sites },
    {
      importId,
      signal,
      progress: (now) => {
        silence.broken();
        terminal.progress(`crg import: ${progressText(now)}, ${percentRead(now)} % read`);
      },
    },
  );
  const found = {
    looked,
    summary,
    errors: await firstErrors(importStage, importId),
    groups: await importStage.problemGroups(importId),
    onError: options.onError,
    dryRun: options.dryRun === true,
  };
  if (found.dryRun) return { ...found, change: summary.preview, importId: null };
  if (refusal(found) !== null) return { ...found, change: nothingChanged, importId: null };
  signal.throwIfAborted();
  terminal.progress('crg import: writing');
  const late = () => terminal.tell('crg import: it is being written, which is one step; stopping once more ends it.');
  signal.addEventListener('abort', late, { once: true });
  await moveImport({ imports }, importId, 'writing', { wanted: 'to be written' });
  const change = await writeImport(stores, { importId, year: new Date().getUTCFullYear() });
  signal.removeEventListener('abort', late);
  return { ...found, change, importId };
}

async function firstErrors(importStage: Pick<ImportStage, 'problems'>, importId: string) {
  const errors: StagedProblem[] = [];
  for await (const error of stagedErrors(importStage, importId)) {
    errors.push(error);
    if (errors.length === mostRejectedInJson) break;
  }
  return errors;
}

async function forget({ imports }: Pick<Stores, 'imports'>, id: string): Promise<void> {
  await imports.move(id, 'cancelled');
  await imports.remove(id);
}
