// Reads every row of an import, judges it and stages what it would become; the city is not touched.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { InvalidInput } from '@crg/city-format/problems';
import { DomainError } from '@crg/domain/errors';
import type { FactorOverride, Site } from '@crg/domain/flow';
import { type RowChecks, rowChecks } from '@crg/imports/check/row-checks';
import { rowMapper } from '@crg/imports/map/row-mapper';
import { shownHeader } from '@crg/imports/map/shown-header';
import { builtInMappings } from '@crg/imports/mappings/built-in';
import type { SourceFile } from '@crg/imports/source-file';
import type { CityStore } from '@crg/stores/ports/city-store';
import type { ImportStage } from '@crg/stores/ports/import-stage';
import type { Import, ImportStore } from '@crg/stores/ports/import-store';
import type { SiteStore } from '@crg/stores/ports/site-store';
import { isFileFault, knownImport, moveImport, wrongState } from './import-faults.ts';
import type { CheckProgress } from './import-progress.ts';
import {
  asJson,
  type CityHead,
  type FileFix,
  type FileSettings,
  type ImportSummary,
  settingsOf,
} from './import-settings.ts';
import { readCityFile } from './read-city-file.ts';
import { openSettled } from './settled-table.ts';
import { StagedRows } from './staged-rows.ts';
import { storedFile } from './stored-file.ts';

export interface CheckWay {
  readonly importId: string;
  /** Told after each batch; when it throws the check ends. */
  readonly progress: (progress: CheckProgress) => Promise<void> | void;
  /** Looked at between rows. */
  readonly signal: AbortSignal;
}

/**
 * Checks an import in the state `checking` from its beginning, whatever a check before it has left, and moves it to
 * `checked`. A file that stops making sense in its middle is an error of that file; the rows before it are told too.
 *
 * @throws DomainError import_not_found, wrong_state, mapping_not_found; the signal's reason
 */
export async function checkImport(
  {
    imports,
    importStage,
    city,
    sites,
  }: {
    imports: Pick<ImportStore, 'get' | 'move' | 'readPart'>;
    importStage: Pick<ImportStage, 'clear' | 'stage' | 'preview'>;
    city: Pick<CityStore, 'metadata'>;
    sites: Pick<SiteStore, 'page'>;
  },
  { importId, progress, signal }: CheckWay,
): Promise<ImportSummary> {
  const checking = await knownImport({ imports }, importId);
  if (checking.state !== 'checking') throw wrongState(checking.state, 'to be checked');
  const { files, fixes } = settingsOf(checking);
  assertMapped(files);
  await importStage.clear(importId);
  const meter = new Meter(checking);
  const staged = new StagedRows(files, async (batch, rows) => {
    signal.throwIfAborted();
    await importStage.stage(importId, batch);
    await progress(meter.at(rows));
  });
  const checks = rowChecks({ files: files.map(({ name }) => name) });
  for await (const site of sitesOf({ sites })) checks.know(site);
  const known = await city.metadata();
  const cityBefore = known === null ? null : headOf(known);
  let named: CityHead | null = null;
  const factors = new Map<string, FactorOverride>();
  try {
    for (const [file, settings] of files.entries()) {
      const { name, size } = checking.files[file] ?? { name: settings.name, size: 0 };
      const source = meter.reading(storedFile(imports, { importId, file, name, size }), file);
      if (settings.format === 'city') {
        const read = await stageCity(source, file, staged);
        named ??= read?.head ?? null;
        for (const factor of read?.factors ?? []) if (!factors.has(factor.id)) factors.set(factor.id, factor);
      } else {
        const currency = known?.currency ?? named?.currency ?? 'EUR';
        await stageTable(source, { file, settings, fixes, currency, checks, signal }, staged);
      }
    }
    for (const { file, problem } of checks.finish()) staged.addProblem(file, problem);
    await staged.flush();
  } finally {
    // Nobody may move the import on while a batch of it is still on its way into the stage.
    await staged.atRest();
  }
  const preview = await importStage.preview(importId);
  const summary: ImportSummary = {
    ...staged.tally,
    preview,
    city: named,
    cityBefore,
    factors: [...factors.values()],
  };
  await moveImport({ imports }, importId, 'checked', { wanted: 'to be checked', summary: asJson(summary) });
  return summary;
}

async function* sitesOf({ sites }: { sites: Pick<SiteStore, 'page'> }): AsyncGenerator<Site> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<SiteStore['page']>> = await sites.page({}, { cursor, limit: sitesPerPage });
    for (const { value } of page.items) yield value;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

const sitesPerPage = 1000;

/** @throws DomainError mapping_not_found for a table that nobody has said how to read */
export function assertMapped(files: readonly Pick<FileSettings, 'name' | 'format' | 'mapping' | 'columns'>[]): void {
  for (const { name, format, mapping, columns } of files) {
    if (format === 'city' || mapping !== null) continue;
    throw new DomainError('mapping_not_found', {
      field: name,
      expected: 'a mapping that says what its columns mean',
      got: `none for ${shownHeader(columns.map((column) => column.name))}`,
      next: `Choose one: ${builtInMappings.map((one) => one.name).join(', ')}, or one of your own.`,
    });
  }
}

interface TableWay {
  readonly file: number;
  readonly settings: FileSettings;
  readonly fixes: readonly FileFix[];
  readonly currency: string;
  readonly checks: RowChecks;
  readonly signal: AbortSignal;
}

async function stageTable(
  source: SourceFile,
  { file, settings, fixes, currency, checks, signal }: TableWay,
  staged: StagedRows,
): Promise<void> {
  const { mapping } = settings;
  if (mapping === null) throw new Error(`Expected a mapping for ${settings.name}; assertMapped comes first`);
  try {
    const table = await openSettled(source, settings);
    const mapper = rowMapper({ table, mapping, currency, fixes: fixes.filter((fix) => fix.file === file) });
    for (const problem of mapper.problems) staged.addProblem(file, problem);
    if (mapper.problems.some(({ severity }) => severity === 'error')) return staged.refuse(file);
    const breath = breathing();
    for await (const row of table.rows()) {
      await breath();
      signal.throwIfAborted();
      const mapped = mapper.map(row);
      await staged.addRow(file, mapped, checks.check(mapped, file));
    }
  } catch (error) {
    // The rows before the place where it stops making sense have been told by then.
    if (!isFileFault(error)) throw error;
    staged.addFault(file, error);
  }
}

/** Lets the process do other things after so much work, so that an API in it answers while a large file is read. */
const millisecondsPerBreath = 10;

function breathing(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < millisecondsPerBreath) return undefined;
    return nextTurn().then(() => {
      last = performance.now();
    });
  };
}

interface StagedCity {
  readonly head: CityHead;
  readonly factors: readonly FactorOverride[];
}

async function stageCity(source: SourceFile, file: number, staged: StagedRows): Promise<StagedCity | null> {
  try {
    const { city, notices } = await readCityFile(source);
    await staged.addCity(file, city, notices);
    return { head: headOf(city), factors: city.factors ?? [] };
  } catch (error) {
    if (error instanceof InvalidInput) staged.addRefusedCity(file, error);
    else if (isFileFault(error)) staged.addFault(file, error);
    else throw error;
    return null;
  }
}

const headOf = ({ name, year, currency }: CityHead): CityHead => ({ name, year, currency });

/** How far the files have been read. A reader looks at the beginning of a file before it reads the rows. */
class Meter {
  readonly #sizes: readonly number[];
  readonly #places: number[];
  readonly #began = performance.now();

  constructor({ files }: Import) {
    this.#sizes = files.map(({ size }) => size);
    this.#places = files.map(() => 0);
  }

  reading(source: SourceFile, file: number): SourceFile {
    const places = this.#places;
    return {
      name: source.name,
      size: source.size,
      async *read(start = 0, end?: number) {
        places[file] = start;
        for await (const chunk of source.read(start, end)) {
          yield chunk;
          places[file] = (places[file] ?? 0) + chunk.length;
        }
      },
    };
  }

  at(rows: number): CheckProgress {
    const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
    return {
      rows,
      bytes: sum(this.#places),
      totalBytes: sum(this.#sizes),
      milliseconds: performance.now() - this.#began,
    };
  }
}
