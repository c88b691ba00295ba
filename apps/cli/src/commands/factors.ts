// `crg factors`: the numbers that money and CO2 are worked out with, those of a city in place of the table's.
import { factorResource } from '@crg/api/resources/factor';
import { builtInFactors, FactorTable } from '@crg/engine/economics/factor-table';
import { cityFactors } from '@crg/services/city-factors';
import type { CityFactor } from '@crg/services/factors-named';
import { readCity } from '@crg/services/read-city';
import { printedUnit } from '../explain/numbers.ts';
import { readTextFile } from '../read-text-file.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { withExistingFolder } from '../with-data-folder.ts';

export interface FactorsOptions {
  readonly input?: string;
  readonly data?: string;
  readonly json?: true;
}

/** @throws InvalidInput when the city file is refused; DomainError when the file or the folder cannot be used */
export async function factors(options: FactorsOptions, terminal: Terminal): Promise<void> {
  const all = await factorsOf(options, terminal);
  if (options.json) {
    await terminal.write(`${JSON.stringify({ factors: all.map(factorResource) }, null, 2)}\n`);
    return;
  }
  const rows = all.map(({ id, label, low, mid, high, unit, source, year, geography, overridden }) => [
    id,
    figure(low),
    figure(mid),
    figure(high),
    printedUnit(unit),
    String(year),
    geography,
    label,
    overridden ? `own: ${source}` : source,
  ]);
  const head = ['factor', 'low', 'mid', 'high', 'unit', 'year', 'where', 'what it is', 'source'];
  await terminal.write(`${table([head, ...rows], { right: [1, 2, 3] })}\n`);
}

async function factorsOf({ input, data }: FactorsOptions, terminal: Terminal): Promise<readonly CityFactor[]> {
  if (input !== undefined) {
    const { city } = readCity((await readTextFile(input, terminal)).text);
    return new FactorTable(city.factors).all();
  }
  if (data === undefined) return builtInFactors.all();
  const stored = await withExistingFolder(data, terminal, ({ city }) => cityFactors({ city }));
  return stored.map(({ value }) => value);
}

/** Enough digits to know the figure by; JSON has all of them. */
function figure(value: number): string {
  return String(Number(value.toPrecision(5)));
}
