// What `--mapping` names: a mapping by its name, a file that holds one, or the one that the columns suggest.
import { type Mapping, readMapping } from '@crg/city-format/mapping-schema';
import { mappingNamed } from '@crg/services/imports/configure-import';
import { readTextFile } from '../read-text-file.ts';
import type { Terminal } from '../terminal.ts';

/** How the tables of a call are read: as their headers say, or else as suggested, or by one mapping (or the name of one). */
export type ReadingWay = 'by_header' | 'as_suggested' | { readonly mapping: Mapping | string };

/**
 * @param kept mappings that users keep in the data folder
 * @throws DomainError mapping_not_found for an unknown name; InvalidInput for a file that is no mapping
 */
export async function chosenMapping(
  named: string | undefined,
  { kept, terminal }: { kept: readonly Mapping[]; terminal: Terminal },
): Promise<ReadingWay> {
  if (named === undefined) return 'by_header';
  if (named === 'suggested') return 'as_suggested';
  // Names of mappings have neither dots nor slashes.
  if (/[./\\]/.test(named)) return { mapping: readMapping((await readTextFile(named, terminal)).text) };
  return { mapping: mappingNamed(named, kept).name };
}
