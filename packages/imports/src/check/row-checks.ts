// What only several rows together can show: ids used twice, sites that stand twice, places that cannot be right.
import type { Organization, ResourceFlow, Site } from '@crg/domain/flow';
import type { MappedRow, RowColumns } from '../map/row-mapper.ts';
import type { RowProblem } from '../row-problem.ts';
import { ExchangedColumns } from './exchanged-columns.ts';
import { FarSites, type LateProblem } from './far-sites.ts';
import { judgePlace } from './judge-place.ts';
import { type Nearness, NearSites } from './near-sites.ts';
import { SeenRecords } from './seen-records.ts';

/** What is left of a row to be staged; a record that an earlier row gave already is not repeated. */
export interface CheckedRow {
  readonly organizations: readonly Organization[];
  readonly sites: readonly Site[];
  readonly flows: readonly ResourceFlow[];
  /** Those of the mapping first. */
  readonly problems: readonly RowProblem[];
}

export interface RowChecks {
  /** A site that the city has already: new ones are compared with it, it is not judged itself. */
  know(site: Site): void;
  /** Rows in the order of the files. @throws DomainError file_too_large beyond `mostRecords` */
  check(mapped: MappedRow, file: number): CheckedRow;
  /** Doubts that need all sites to be seen first; warnings only, in the order of the files. */
  finish(): readonly LateProblem[];
}

/**
 * The checks of one import over all its files. Nothing is held but what comparing needs: about 1.1 kB for an organization
 * with one site and one flow, at most `mostRecords` of each (see seen-records.ts), so 0.6 GB for the largest import.
 *
 * @param files names, for messages that point from one file into another
 */
export function rowChecks({ files }: { readonly files: readonly string[] }): RowChecks {
  const seen = new SeenRecords();
  const near = new NearSites();
  const far = new FarSites();
  const exchanged = new ExchangedColumns();
  /** What comes again has been compared when it came first. */
  const inCity = new Set<string>();
  const whereIs = (row: number, file: number, from: number): string =>
    file === from ? `row ${row}` : `row ${row} of ${files[file] ?? `file ${file + 1}`}`;

  return {
    know: (site) => {
      inCity.add(site.id);
      if (site.point === null) return;
      near.add({ id: site.id, name: site.name, point: site.point, where: 'the city' });
      far.know(site.point);
    },
    check: (mapped, file) => {
      const { errors, fresh } = seen.judge(mapped, file, whereIs);
      if (errors.length > 0) return { ...none, problems: [...mapped.problems, ...errors] };
      const doubts = fresh.sites.flatMap((site) => {
        if (site.point === null) return [];
        const { row, columns } = mapped;
        const known = { id: site.id, name: site.name, point: site.point, where: whereIs(row, file, file) };
        far.add({ point: site.point, name: site.name, file, row, column: columns.latitude });
        const doubts = placeDoubts(site, mapped);
        exchanged.add(
          file,
          columns.latitude,
          doubts.some(({ fix }) => fix !== null),
        );
        return inCity.has(site.id) ? doubts : [...doubts, ...nearDoubts(near.add(known), row, columns)];
      });
      return { ...fresh, problems: [...mapped.problems, ...doubts] };
    },
    finish: () => [...exchanged.finish(), ...far.finish()].sort((a, b) => a.file - b.file),
  };
}

const none = { organizations: [], sites: [], flows: [] };

function placeDoubts({ point, country }: Site, { row, columns }: MappedRow): readonly RowProblem[] {
  if (point === null) return [];
  const verdict = judgePlace(point, country);
  if (verdict.kind === 'fine') return [];
  const got = `${point.latitude} north, ${point.longitude} east`;
  const fix = verdict.swapHelps ? ({ kind: 'swap_coordinates', row } as const) : null;
  const swap = 'Exchange latitude and longitude: then the place fits.';
  const common = { severity: 'warning', row, column: columns.latitude, fix } as const;
  if (verdict.kind === 'at_sea') {
    const next = verdict.swapHelps ? swap : 'Correct the coordinates, or leave them if the site stands in the sea.';
    return [{ ...common, code: 'at_sea', expected: 'a place on land', got: `${got}, in the sea`, next }];
  }
  const next = verdict.swapHelps ? swap : 'Correct the coordinates or the country.';
  const expected = `a place in ${country}`;
  return [{ ...common, code: 'outside_country', expected, got: `${got}, in or near ${verdict.lies}`, next }];
}

function nearDoubts(nearness: Nearness, row: number, columns: RowColumns): readonly RowProblem[] {
  if (nearness.kind === 'alone') return [];
  if (nearness.kind === 'shared_point') {
    return [
      {
        severity: 'warning',
        code: 'shared_point',
        row,
        column: columns.latitude,
        expected: 'a place of its own for each site',
        got: `${nearness.sites} sites or more at exactly this point`,
        next: 'It may be a default for places that are not known; distances from here are then wrong.',
        fix: null,
      },
    ];
  }
  const { of, metres, likeness } = nearness;
  return [
    {
      severity: 'warning',
      code: 'near_duplicate',
      row,
      column: columns.site,
      expected: 'each site once',
      got: `"${of.name.slice(0, 60)}" (${of.where}) ${Math.round(metres)} m away, names ${Math.round(likeness * 100)} % alike`,
      next: 'Leave this row out if both are the same site; as they have different ids, both are imported.',
      fix: { kind: 'leave_out', row },
    },
  ];
}
