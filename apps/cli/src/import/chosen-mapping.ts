// What `--mapping` names: a mapping by its name, a file that holds one, or the one that the columns suggest.
import { readMapping } from '@crg/city-format/mapping-schema';
import { builtInMappings } from '@crg/imports/mappings/built-in';
import { mappingNamed } from '@crg/services/imports/configure-import';
import { readTextFile } from '../read-text-file.ts';
import type { Terminal } from '../terminal.ts';
import type { ReadingWay } from './look-at.ts';

/** @throws DomainError mapping_not_found for an unknown name; InvalidInput for a file that is no mapping */
export async function chosenMapping(named: string | undefined, terminal: Terminal): Promise<ReadingWay> {
  if (named === undefined) return 'by_header';
  if (named === 'suggested') return 'as_suggested';
  const known = builtInMappings.some(({ name }) => name === named);
  if (known || !/[./\\]/.test(named)) return mappingNamed(named, []);
  return readMapping((await readTextFile(named, terminal)).text);
}
