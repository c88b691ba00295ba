// Reads the whole cases: two flows each, written short, made into city files and read as the product reads them.
import { readFileSync } from 'node:fs';
import { readCity } from '@crg/city-format/city-file';
import type { City, FactorOverride } from '@crg/domain/flow';

export interface WholeCase {
  readonly id: string;
  readonly about: string;
  readonly year: number;
  readonly factors?: readonly FactorOverride[];
  /** The case is the chain through it; without, the pair itself. */
  readonly converter?: string;
  readonly supply: CaseFlow;
  readonly demand: CaseFlow;
}

/** A flow of the city format with its site in it; `quantity` is amount, unit and precision in one. */
interface CaseFlow {
  readonly at: readonly [longitude: number, latitude: number];
  readonly country: string;
  readonly quantity: string;
  readonly availability?: { readonly hours?: string | readonly string[]; readonly months?: string };
  readonly [field: string]: unknown;
}

export const wholeCases: readonly WholeCase[] = JSON.parse(textOf('cases.json'));

export function textOf(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

export function cityOf({ year, factors, supply, demand }: WholeCase): City {
  const sides = [
    ['supply', supply],
    ['demand', demand],
  ] as const;
  return readCity(
    JSON.stringify({
      format: 'crg-city/1',
      year,
      ...(factors === undefined ? {} : { factors }),
      organizations: sides.map(([side]) => ({ id: side, name: side })),
      sites: sides.map(
        ([
          side,
          {
            at: [longitude, latitude],
            country,
          },
        ]) => ({
          id: side,
          organization_id: side,
          name: side,
          longitude,
          latitude,
          country,
        }),
      ),
      flows: sides.map(([side, flow]) => flowOf(side, flow)),
    }),
  ).city;
}

function flowOf(side: 'supply' | 'demand', { at, country, quantity, availability, ...fields }: CaseFlow) {
  const [amount, unit, precision] = quantity.split(' ');
  const hours = availability?.hours;
  return {
    id: side,
    site_id: side,
    direction: side,
    name: side,
    ...fields,
    quantity: { amount: Number(amount), unit, precision },
    ...(availability === undefined
      ? {}
      : { availability: { ...availability, ...(Array.isArray(hours) ? { hours: hours.join('') } : {}) } }),
  };
}
