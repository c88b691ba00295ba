// What the services keep with an import: how each file is read, corrections, and what checking it has found.
import type { Mapping } from '@crg/city-format/mapping-schema';
import type { FactorOverride } from '@crg/domain/flow';
import type { Fix } from '@crg/imports/row-problem';
import type { Import, ImportWritten } from '@crg/stores/ports/import-store';
import type { Json } from '@crg/stores/ports/job-store';

export interface ImportSettings {
  /** In the order of the files. */
  readonly files: readonly FileSettings[];
  readonly fixes: readonly FileFix[];
  /** `stop`: one rejected row keeps the whole import out; `skip`: rejected rows stay out, the others go in. */
  readonly onError: OnError;
}

export type OnError = 'stop' | 'skip';

/** One correction in one of the files, counted from 0. */
export type FileFix = Fix & { readonly file: number };

/** A file as it was understood when it came, and the mapping it is to be read with. */
export interface FileSettings {
  readonly name: string;
  /** Note for the city: where these data come from. */
  readonly origin: string;
  readonly format: 'csv' | 'xlsx' | 'geojson' | 'city';
  /** Of a spreadsheet: the one that is read. */
  readonly sheet: string | null;
  /** How the file was understood, for a person to check. */
  readonly facts: readonly string[];
  readonly remarks: readonly string[];
  readonly columns: readonly ColumnSamples[];
  /** null: a city file needs none; a table without one cannot be checked. */
  readonly mapping: Mapping | null;
  readonly mappingBy: MappingBy | null;
  /** Fields of a suggested mapping that a person should look at. */
  readonly guessed: readonly string[];
}

/** `recognised` by the header, `suggested` column by column, `chosen` by a person. */
export type MappingBy = 'recognised' | 'suggested' | 'chosen';

export interface ColumnSamples {
  readonly name: string;
  readonly unit: string | null;
  /** First values that are not empty, as text. */
  readonly samples: readonly string[];
}

/** What a check found. */
export interface ImportSummary {
  readonly rows: number;
  /** Rows with at least one error. */
  readonly rejected: number;
  readonly warnings: number;
  /** Places of files of which nothing can be taken, whatever is skipped. */
  readonly refusedFiles: readonly number[];
  /** What writing would do now. */
  readonly preview: CountedChange;
  /** What the first city file calls the city; null: there is no such file. */
  readonly city: CityHead | null;
  /** What the city files know better than the factor table; of one factor the first file counts. */
  readonly factors: readonly FactorOverride[];
  /** What it was called then; null: there was none. */
  readonly cityBefore: CityHead | null;
}

export interface CityHead {
  readonly name: string;
  readonly year: number;
  /** ISO 4217. */
  readonly currency: string;
}

export type CountedChange = Omit<ImportWritten, 'change'>;

/** The store keeps both as the JSON that `asJson` made of them. */
export const settingsOf = ({ settings }: Pick<Import, 'settings'>): ImportSettings =>
  settings as unknown as ImportSettings;

/** null: not checked yet. */
export const summaryOf = ({ summary }: Pick<Import, 'summary'>): ImportSummary | null =>
  summary as unknown as ImportSummary | null;

export const asJson = (kept: ImportSettings | ImportSummary): Json => kept as unknown as Json;
