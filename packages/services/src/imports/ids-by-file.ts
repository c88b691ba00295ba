// Which file of an import has given an id: a city file is not compared row by row, so it may share none with another file.
import type { MappedRow } from '@crg/imports/map/row-mapper';

export type RowRecords = Pick<MappedRow, 'organizations' | 'sites' | 'flows'>;

export interface SharedId {
  readonly kind: 'organization' | 'site' | 'flow';
  readonly id: string;
  /** Place of the other file. */
  readonly with: number;
}

export class IdsByFile {
  readonly #cityFiles: ReadonlySet<number>;
  readonly #isNeeded: boolean;
  readonly #files = new Map<string, number>();

  /** @param isCityFile by place of the file */
  constructor(isCityFile: readonly boolean[]) {
    this.#cityFiles = new Set(isCityFile.flatMap((isCity, file) => (isCity ? [file] : [])));
    this.#isNeeded = isCityFile.length > 1 && this.#cityFiles.size > 0;
  }

  /** Remembers the ids of these records; answers the first that another file has given and that nobody has compared. */
  claim(file: number, { organizations, sites, flows }: RowRecords): SharedId | null {
    if (!this.#isNeeded) return null;
    const all = { organization: organizations, site: sites, flow: flows } as const;
    for (const [kind, records] of Object.entries(all) as [SharedId['kind'], readonly { id: string }[]][]) {
      for (const { id } of records) {
        const key = `${kind} ${id}`;
        const other = this.#files.get(key) ?? file;
        this.#files.set(key, other);
        if (other !== file && (this.#cityFiles.has(file) || this.#cityFiles.has(other)))
          return { kind, id, with: other };
      }
    }
    return null;
  }
}
