// What the rows of an import become, gathered into batches for the stage and counted.
import type { InvalidInput } from '@crg/city-format/problems';
import type { DomainError } from '@crg/domain/errors';
import type { City, Organization, ResourceFlow, Site } from '@crg/domain/flow';
import type { Notice } from '@crg/domain/match';
import type { CheckedRow } from '@crg/imports/check/row-checks';
import type { MappedRow } from '@crg/imports/map/row-mapper';
import type { RowProblem } from '@crg/imports/row-problem';
import type { Staged, StagedBatch, StagedProblem } from '@crg/stores/ports/import-stage';
import type { Json } from '@crg/stores/ports/job-store';
import { IdsByFile, type RowRecords, type SharedId } from './ids-by-file.ts';
import type { FileSettings } from './import-settings.ts';

/** Small enough that an API in the same process answers in between, large enough that the store is not asked for every row. */
const rowsPerBatch = 500;

export interface Tally {
  readonly rows: number;
  readonly rejected: number;
  readonly warnings: number;
  /** Files of which nothing can be taken, whatever is skipped. */
  readonly refusedFiles: readonly number[];
}

type StagedFile = Pick<FileSettings, 'name' | 'format'>;

export class StagedRows {
  readonly #stage: (batch: StagedBatch, rows: number) => Promise<void>;
  #batch = emptyBatch();
  #inBatch = 0;
  #onItsWay: Promise<void> = Promise.resolve();
  #rows = 0;
  #rejected = 0;
  #warnings = 0;
  readonly #refused = new Set<number>();

  readonly #files: readonly StagedFile[];
  readonly #ids: IdsByFile;

  /** @param stage gets each batch, and how many rows have been read so far */
  constructor(files: readonly StagedFile[], stage: (batch: StagedBatch, rows: number) => Promise<void>) {
    this.#stage = stage;
    this.#files = files;
    this.#ids = new IdsByFile(files.map(({ format }) => format === 'city'));
  }

  get tally(): Tally {
    return {
      rows: this.#rows,
      rejected: this.#rejected,
      warnings: this.#warnings,
      refusedFiles: [...this.#refused],
    };
  }

  /** One row of a table, judged beside those before it. */
  async addRow(file: number, { row }: MappedRow, { problems, ...records }: CheckedRow): Promise<void> {
    this.#rows++;
    const shared = this.#ids.claim(file, records);
    const all = shared === null ? problems : [...problems, this.#sharedProblem(shared, row)];
    for (const problem of all) this.addProblem(file, problem);
    if (all.some(({ severity }) => severity === 'error')) this.#rejected++;
    else this.#addRecords(file, row, records);
    await this.#countOne();
  }

  addProblem(file: number, { severity, code, row, column, expected, got, next, fix }: RowProblem): void {
    if (severity === 'warning') this.#warnings++;
    const wired: Json = fix === null ? null : { ...fix, file };
    this.#batch.problems.push({ severity, code, file, row, column, expected, got, next, fix: wired });
  }

  /** Nothing of this file can be taken; its problems say why. */
  refuse(file: number): void {
    this.#refused.add(file);
  }

  /** The file as a whole, or from some place on, makes no sense. */
  addFault(file: number, { code, evidence }: DomainError): void {
    const { expected, got, next = 'Check the file.' } = evidence;
    this.addProblem(file, { severity: 'error', code, row: null, column: null, expected, got, next, fix: null });
    this.refuse(file);
  }

  /** A city file is taken as a whole or not at all. */
  addRefusedCity(file: number, { problems }: InvalidInput): void {
    for (const { code, field, expected, got, next } of problems) {
      this.addProblem(file, { severity: 'error', code, row: null, column: field, expected, got, next, fix: null });
    }
    this.refuse(file);
  }

  /** Records count as rows, from 1 in the order of the file: organizations, sites, flows. */
  async addCity(file: number, { organizations, sites, flows }: City, notices: readonly Notice[]): Promise<void> {
    for (const { flowId, text } of notices) {
      this.addProblem(file, {
        severity: 'warning',
        code: 'odd_combination',
        row: null,
        column: null,
        expected: 'figures that go together',
        got: `flow "${flowId}": ${text}`,
        next: 'Look at the figures of this flow again.',
        fix: null,
      });
    }
    const nothing = { organizations: [], sites: [], flows: [] };
    const parts = [
      ...organizations.map((organization) => ({ ...nothing, organizations: [organization] })),
      ...sites.map((site) => ({ ...nothing, sites: [site] })),
      ...flows.map((flow) => ({ ...nothing, flows: [flow] })),
    ];
    for (const [place, records] of parts.entries()) {
      this.#rows++;
      const shared = this.#ids.claim(file, records);
      if (shared !== null) {
        this.addProblem(file, this.#sharedProblem(shared, null));
        this.refuse(file);
      }
      this.#addRecords(file, place + 1, records);
      await this.#countOne();
    }
  }

  /** Stages what is left; resolves when all of it is staged. */
  async flush(): Promise<void> {
    await this.#handOn();
    await this.#onItsWay;
  }

  /** Resolves when no batch is being staged any more, also when that has failed. */
  async atRest(): Promise<void> {
    await this.#onItsWay.catch(() => undefined);
  }

  /** While one batch is being staged the next one grows, so that reader and store work side by side; there is never a third. */
  async #handOn(): Promise<void> {
    const batch = this.#batch;
    this.#batch = emptyBatch();
    this.#inBatch = 0;
    await this.#onItsWay;
    this.#onItsWay = this.#stage(batch, this.#rows);
    // Whoever hands on the next batch, or flushes, is told; until then it must not count as unheard.
    this.#onItsWay.catch(() => undefined);
  }

  #sharedProblem({ kind, id, with: other }: SharedId, row: number | null): RowProblem {
    return {
      severity: 'error',
      code: 'duplicate_id',
      row,
      column: null,
      expected: `a ${kind} that no other file of this import gives`,
      got: `"${id.slice(0, 60)}", which stands in ${this.#files[other]?.name ?? 'another file'} too`,
      next: 'Import the two files one after the other, or take it out of one of them.',
      fix: null,
    };
  }

  #addRecords(file: number, row: number, { organizations, sites, flows }: RowRecords): void {
    const staged = <T>(value: T): Staged<T> => ({ value, file, row });
    this.#batch.organizations.push(...organizations.map(staged));
    this.#batch.sites.push(...sites.map(staged));
    this.#batch.flows.push(...flows.map(staged));
  }

  async #countOne(): Promise<void> {
    this.#inBatch++;
    if (this.#inBatch >= rowsPerBatch) await this.#handOn();
  }
}

interface OpenBatch {
  readonly organizations: Staged<Organization>[];
  readonly sites: Staged<Site>[];
  readonly flows: Staged<ResourceFlow>[];
  readonly problems: StagedProblem[];
}

const emptyBatch = (): OpenBatch => ({ organizations: [], sites: [], flows: [], problems: [] });
