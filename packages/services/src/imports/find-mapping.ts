// The mapping of a table that nobody has chosen one for: the one its header names, else a suggestion to be looked at.
import type { Mapping } from '@crg/city-format/mapping-schema';
import { recogniseMapping } from '@crg/imports/mappings/built-in';
import { suggestMapping } from '@crg/imports/mappings/suggest-mapping';
import type { ColumnSamples, FileSettings } from './import-settings.ts';

export type FoundMapping = Pick<FileSettings, 'mapping' | 'mappingBy' | 'guessed'>;

/** @param kept mappings that users keep beside those that come with the product */
export function findMapping(
  { name, columns }: { name: string; columns: readonly ColumnSamples[] },
  kept: readonly Mapping[],
): FoundMapping {
  const names = columns.map((column) => column.name);
  const recognised = recogniseMapping(names, kept);
  if (recognised !== null) return { mapping: recognised, mappingBy: 'recognised', guessed: [] };
  const longest = Math.max(0, ...columns.map(({ samples }) => samples.length));
  const { mapping, guessed } = suggestMapping({
    table: { columns: names, units: columns.map(({ unit }) => unit) },
    samples: Array.from({ length: longest }, (_, row) => columns.map(({ samples }) => samples[row] ?? null)),
    fileName: name,
  });
  return { mapping, mappingBy: 'suggested', guessed };
}
