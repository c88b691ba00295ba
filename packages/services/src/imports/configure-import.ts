// How an import is to be read, decided by a person: mappings, corrections, and what becomes of rows that stay bad.
import { checkedMapping, type Mapping } from '@crg/city-format/mapping-schema';
import { DomainError } from '@crg/domain/errors';
import { didYouMean } from '@crg/domain/nearest-spelling';
import { builtInMappings, mappingFor } from '@crg/imports/mappings/built-in';
import type { Import, ImportStore } from '@crg/stores/ports/import-store';
import { findMapping } from './find-mapping.ts';
import { knownImport, moved } from './import-faults.ts';
import {
  asJson,
  type FileFix,
  type FileSettings,
  type ImportSettings,
  type OnError,
  settingsOf,
} from './import-settings.ts';

export interface WantedSettings {
  /** By place of the file: a mapping, the name of one, or null for the one that its columns suggest. Left out: as before. */
  readonly mappings?: readonly (Mapping | string | null)[] | undefined;
  /** All corrections; those before are replaced. Left out: as before. */
  readonly fixes?: readonly FileFix[] | undefined;
  readonly onError?: OnError | undefined;
}

/**
 * Takes new settings; a checked import has to be checked again then.
 *
 * @param kept mappings that users keep beside those that come with the product
 * @throws InvalidInput for a mapping that is none; DomainError import_not_found, wrong_state, mapping_not_found, invalid_input
 */
export async function configureImport(
  { imports }: { imports: Pick<ImportStore, 'get' | 'configure'> },
  { importId, wanted, kept }: { importId: string; wanted: WantedSettings; kept: readonly Mapping[] },
): Promise<Import> {
  const before = settingsOf(await knownImport({ imports }, importId));
  const { mappings = [], fixes = before.fixes, onError = before.onError } = wanted;
  assertPlaces('mappings', mappings.length - 1, before);
  for (const [place, fix] of fixes.entries()) assertAims(fix, `fixes[${place}]`, before);
  const files = before.files.map((file, place) =>
    place < mappings.length ? mapped(file, mappings[place] ?? null, kept) : file,
  );
  const settings: ImportSettings = { files, fixes, onError };
  return moved(await imports.configure(importId, asJson(settings)), importId, 'for other settings');
}

/** The mapping of that name: one that users keep, else one that comes with the product. @throws DomainError mapping_not_found */
export function mappingNamed(name: string, kept: readonly Mapping[]): Mapping {
  const known = [...kept, ...builtInMappings];
  const found = known.find((mapping) => mapping.name === name);
  if (found !== undefined) return found;
  const names = [...new Set(known.map((mapping) => mapping.name))];
  throw new DomainError('mapping_not_found', {
    field: 'mapping',
    expected: `one of ${names.map((one) => `"${one}"`).join(', ')}, or a file that holds a mapping`,
    got: `"${name.slice(0, 200)}"`,
    next: didYouMean(name, names) ?? 'Choose one of these, or write a mapping of your own.',
  });
}

function mapped(file: FileSettings, wanted: Mapping | string | null, kept: readonly Mapping[]): FileSettings {
  if (file.format === 'city') return file;
  if (wanted === null) return { ...file, ...findMapping(file, kept) };
  const columns = file.columns.map(({ name }) => name);
  const mapping = typeof wanted === 'string' ? mappingFor(mappingNamed(wanted, kept), columns) : checkedMapping(wanted);
  return { ...file, mapping, mappingBy: 'chosen', guessed: [] };
}

/** A correction of a column that the file does not have would do nothing and never be missed. */
function assertAims(fix: FileFix, field: string, before: ImportSettings): void {
  assertPlaces(`${field}.file`, fix.file, before);
  if (!('column' in fix)) return;
  const names = before.files[fix.file]?.columns.map(({ name }) => name) ?? [];
  if (names.includes(fix.column)) return;
  throw new DomainError('invalid_input', {
    field: `${field}.column`,
    expected: 'a column of that file, as its header names it',
    got: `"${fix.column.slice(0, 60)}"`,
    next: didYouMean(fix.column, names) ?? 'Read the import again for the names of its columns.',
  });
}

function assertPlaces(field: string, place: number, { files }: ImportSettings): void {
  if (place < files.length) return;
  throw new DomainError('invalid_input', {
    field,
    expected: `a file of this import, from 0 to ${files.length - 1}`,
    got: String(place),
    next: 'Count the files from 0, in the order in which they came.',
  });
}
