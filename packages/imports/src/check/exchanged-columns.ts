// A whole file whose latitude and longitude are exchanged: said once, because the mapping mends it and no press on each row.
import type { LateProblem } from './far-sites.ts';

/** Fewer sites than this are mended row by row. */
const fewest = 10;
/** Of the places of a file, how many must come right when exchanged. */
const share = 0.8;

interface Tally {
  placed: number;
  rightExchanged: number;
  column: string | null;
}

export class ExchangedColumns {
  readonly #files = new Map<number, Tally>();

  /** @param swapHelps whether the place is doubted and would be right with its coordinates exchanged */
  add(file: number, column: string | null, swapHelps: boolean): void {
    const tally = this.#files.get(file) ?? { placed: 0, rightExchanged: 0, column };
    tally.placed++;
    if (swapHelps) tally.rightExchanged++;
    this.#files.set(file, tally);
  }

  finish(): readonly LateProblem[] {
    return [...this.#files].flatMap(([file, { placed, rightExchanged, column }]) =>
      rightExchanged < Math.max(fewest, share * placed)
        ? []
        : [
            {
              file,
              problem: {
                severity: 'warning',
                code: 'out_of_range',
                row: null,
                column,
                expected: 'latitudes, degrees north',
                got: `${rightExchanged} of ${placed} places that fit once latitude and longitude are exchanged`,
                next: 'Exchange the two columns in the mapping.',
                fix: null,
              },
            } as const,
          ],
    );
  }
}
