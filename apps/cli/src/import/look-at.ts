// What shows about the files of an import before any folder is opened: what they are, and that each can be understood.
import type { Mapping } from '@crg/city-format/mapping-schema';
import { DomainError } from '@crg/domain/errors';
import type { Notice } from '@crg/domain/match';
import { columnsOf } from '@crg/imports/map/evaluate';
import { shownHeader } from '@crg/imports/map/shown-header';
import { builtInMappings } from '@crg/imports/mappings/built-in';
import { type DescribedFile, describeFile, ofFile } from '@crg/services/imports/describe-file';
import { isFileFault } from '@crg/services/imports/import-faults';
import { readCityFile } from '@crg/services/imports/read-city-file';
import type { ReadingWay } from './chosen-mapping.ts';
import type { GivenSource } from './given-files.ts';

export interface Looked {
  /** As the caller wrote it. */
  readonly path: string;
  readonly file: DescribedFile;
  /** Of a city file; else null. */
  readonly city: { readonly name: string; readonly notices: readonly Notice[] } | null;
}

/**
 * @param kept mappings that users keep in the data folder
 * @throws InvalidInput with every problem of a city file; DomainError for a file that cannot be read, or a table without a mapping
 */
export async function lookAt(
  given: readonly GivenSource[],
  { way, kept }: { way: ReadingWay; kept: readonly Mapping[] },
): Promise<readonly Looked[]> {
  const looked: Looked[] = [];
  for (const { path, source } of given) {
    const file = await describeFile({ ...source, name: path }, { kept });
    if (way === 'by_header') assertSure(file);
    looked.push({ path, file, city: file.format === 'city' ? await cityOf({ path, source }) : null });
  }
  return looked;
}

/** A guess is shown before it is followed. @throws DomainError mapping_not_found */
function assertSure({ name, columns, mapping, mappingBy, guessed }: DescribedFile): void {
  if (mapping === null || mappingBy !== 'suggested' || guessed.length === 0) return;
  throw new DomainError('mapping_not_found', {
    field: name,
    expected: 'a header that a mapping knows',
    got: shownHeader(columns.map((column) => column.name)),
    next: `Choose one with --mapping (${builtInMappings.map((one) => one.name).join(', ')}, or a file of your own), or try \`--mapping suggested --dry-run\`, which guesses ${guesses(mapping, guessed)}.`,
  });
}

/** `site.latitude from "Breite", …` */
function guesses({ organization, site, flows }: Mapping, guessed: readonly string[]): string {
  const kinds = { organization, site, flow: flows[0]?.fields ?? {} };
  const all = Object.entries(kinds).flatMap(([kind, fields]) =>
    Object.entries(fields).map(([field, expression]) => [`${kind}.${field}`, columnsOf(expression)] as const),
  );
  const columns = new Map<string, readonly string[]>(all);
  return guessed
    .map((field) => {
      const from = columns.get(field)?.map((column) => `"${column}"`) ?? [];
      return from.length === 0 ? field : `${field} from ${from.join(' or ')}`;
    })
    .join(', ');
}

async function cityOf({ path, source }: Pick<GivenSource, 'path' | 'source'>): Promise<Looked['city']> {
  try {
    const { city, notices } = await readCityFile(source);
    return { name: city.name, notices };
  } catch (error) {
    throw isFileFault(error) ? ofFile(path, error) : error;
  }
}
