// The factor table as docs/data-sources.md shows it, made from the data that the engine computes with.
import { type Factor, factors } from '../src/economics/factors.ts';

export const beginMark = '<!-- factors: written by `npm run factor-table -w packages/engine` -->';
export const endMark = '<!-- end of factors -->';

export function factorTable(): string {
  const head = [
    '| factor | what it is | low / mid / high | unit | geography, year | source | mark |',
    '| --- | --- | --- | --- | --- | --- | --- |',
  ];
  const rows = Object.entries(factors).map(([id, factor]) => rowOf(id, factor));
  return [...head, ...rows].join('\n');
}

function rowOf(id: string, { label, low, mid, high, unit, geography, year, source, confidence }: Factor): string {
  const values = low === high ? short(mid) : `${short(low)} / ${short(mid)} / ${short(high)}`;
  return `| \`${id}\` | ${label} | ${values} | ${unit} | ${geography}, ${year} | ${source} | ${confidence} |`;
}

/** Four significant digits at least, never an exponent. */
function short(value: number): string {
  return String(Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4)));
}

/** The page with its table made anew. */
export function withFactorTable(page: string): string {
  const from = page.indexOf(beginMark);
  const to = page.indexOf(endMark);
  if (from < 0 || to < 0) throw new Error(`expected the lines ${beginMark} and ${endMark} in docs/data-sources.md`);
  return `${page.slice(0, from)}${beginMark}\n${factorTable()}\n${page.slice(to)}`;
}
