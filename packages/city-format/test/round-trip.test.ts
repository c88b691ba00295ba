import { type Availability, always, hourPatterns } from '@crg/domain/availability';
import type { City, FactorOverride, ResourceFlow, Source } from '@crg/domain/flow';
import { permitPapers } from '@crg/domain/permit-papers';
import { resourceTypes } from '@crg/domain/taxonomy';
import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { expect, test } from 'vitest';
import { checkShape } from '../src/check-shape.ts';
import { readCity, writeCity } from '../src/city-file.ts';
import { Problems } from '../src/problems.ts';
import { CitySchema, type CityWire } from '../src/schemas.ts';
import { exampleCity } from './example-city.ts';

test('a city that is written and read again is the same city', () => {
  fc.assert(
    fc.property(cities, (city) => {
      expect(readCity(writeCity(city)).city).toEqual(city);
    }),
    { numRuns: 200 },
  );
});

test('the example, read and written, is a file that reads the same', () => {
  const { city } = readCity(JSON.stringify(exampleCity()));
  const written = writeCity(city);
  expect(readCity(written).city).toEqual(city);
  expect(writeCity(readCity(written).city)).toBe(written);
  expect(written).toContain('"hours":"nights_22_06"');
});

test('the reader accepts exactly what the published schema accepts', () => {
  const published = Compile(CitySchema);
  fc.assert(
    fc.property(fc.array(spoilings, { maxLength: 3 }), (list) => {
      const city = exampleCity();
      // Of its own each time: a value that is put into itself would have no end.
      for (const { path, value } of list) spoil(city, path, structuredClone(value));
      const read: unknown = JSON.parse(JSON.stringify(city));
      expect(checkShape(CitySchema, read, '', new Problems())).toBe(published.Check(read));
    }),
    { numRuns: 3000 },
  );
});

// ── Random cities ───────────────────────────────────────────────────────────────────────────────────────────────────

const text = fc
  .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  .map((name) => `n${name.replaceAll('\u0000', '')}`);
const amount = fc.double({ min: 0, max: 1e9, noNaN: true }).map((value) => value + 0);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const marks = (length: number) =>
  fc.array(fc.boolean(), { minLength: length, maxLength: length }).filter((list) => list.includes(true));
const source: fc.Arbitrary<Source | null> = maybe(fc.record({ reference: maybe(text), certainty: maybe(text) }));

const availability: fc.Arbitrary<Availability> = fc.oneof(
  fc.constant(always),
  fc
    .record({
      hours: fc.oneof(marks(168), fc.constantFrom(...Object.values(hourPatterns))),
      months: marks(12),
      dates: maybe(fc.tuple(day, day)),
    })
    .map(({ hours, months, dates }) => {
      const [validFrom = null, validTo = null] = dates?.toSorted() ?? [];
      return { hours, months, validFrom, validTo };
    }),
);

/** Stated or not there at all. */
const stated = <Key extends string, T>(
  key: Key,
  arbitrary: fc.Arbitrary<T>,
): fc.Arbitrary<{ readonly [K in Key]?: T }> =>
  fc.option(arbitrary, { nil: null }).map((value) => (value === null ? {} : { [key]: value })) as fc.Arbitrary<{
    readonly [K in Key]?: T;
  }>;

const skills = stated(
  'skills',
  fc.uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9_.-]{0,20}$/), { minLength: 1, maxLength: 4 }),
);
/** On whichever side the flow turns out to stand. */
const answers = fc.option(
  fc.dictionary(fc.constantFrom(...permitPapers.map(({ id }) => id)), fc.boolean(), {
    minKeys: 1,
    noNullPrototype: true,
  }),
);

function papersOf(flow: ResourceFlow, stated: Readonly<Record<string, boolean>> | null): ResourceFlow {
  const own = permitPapers.filter(({ side }) => side === flow.direction).map(({ id }) => id);
  const papers = Object.fromEntries(Object.entries(stated ?? {}).filter(([id]) => own.some((known) => known === id)));
  return Object.keys(papers).length === 0 ? flow : { ...flow, papers };
}

const figure = fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((value) => value + 0);
const factor = (id: string): fc.Arbitrary<FactorOverride> =>
  fc
    .record({
      figures: fc.tuple(figure, figure, figure),
      unit: fc.constantFrom('EUR/MWh', '1'),
      source: text,
      year: fc.integer({ min: 1990, max: 2060 }),
      geography: text,
    })
    .map(({ figures, ...rest }) => {
      const [low = 0, mid = 0, high = 0] = figures.toSorted((a, b) => a - b);
      return { id, low, mid, high, ...rest };
    });

const flow = (id: string, siteId: string): fc.Arbitrary<ResourceFlow> =>
  fc.constantFrom(...resourceTypes).chain((type) =>
    fc
      .record({
        id: fc.constant(id),
        siteId: fc.constant(siteId),
        direction: fc.constantFrom('supply' as const, 'demand' as const),
        type: fc.constant(type.id),
        name: text,
        quantity: fc.record({
          amount,
          unit: fc.constantFrom(type.unit, type.rateUnit, type.yearlyUnit),
          precision: fc.constantFrom('measured' as const, 'estimated' as const, 'archetype' as const),
        }),
        availability,
        quality: fc
          .tuple(
            ...type.parameters.map(({ id: parameter, range: [lowest, highest] }) =>
              maybe(
                fc
                  .tuple(maybe(fc.double({ min: lowest, max: highest, noNaN: true })), maybe(fc.constant(highest)))
                  .filter(([min, max]) => min !== null || max !== null)
                  .map(([min, max]) => [parameter, { min: min === null ? null : min + 0, max }] as const),
              ),
            ),
          )
          .map((intervals) => Object.fromEntries(intervals.filter((interval) => interval !== null))),
        qualityPrecision: maybe(fc.constantFrom('measured' as const, 'archetype' as const)),
        codes: fc.record({
          ewc: fc.constantFrom([], ['100102'], ['100101', '190805']),
          cpa: maybe(fc.constantFrom('23.51.12', '20.1')),
          hs: maybe(fc.constantFrom('252329', '2523')),
        }),
        price: fc.constant(null),
        disposalCost: fc.constant(null),
        limits: fc.record({
          maxDistanceKm: maybe(fc.double({ min: 1, max: 500, noNaN: true })),
          minYearlyAmount: maybe(amount),
        }),
        source,
        skills,
        answers,
      })
      .map(({ skills, answers, ...rest }): ResourceFlow => papersOf({ ...rest, ...skills }, answers)),
  );

const cities: fc.Arbitrary<City> = fc
  .record({ organizations: fc.integer({ min: 1, max: 4 }), sites: fc.integer({ min: 1, max: 5 }), flows: fc.nat(8) })
  .chain((count) =>
    fc.record({
      name: text,
      year: fc.integer({ min: 1990, max: 2060 }),
      currency: fc.constantFrom('EUR', 'DKK'),
      organizations: fc.tuple(
        ...ids('o', count.organizations).map((id) =>
          fc.record({ id: fc.constant(id), name: text, nace: fc.constantFrom([], ['19.20'], ['01.13', '35.30']) }),
        ),
      ),
      sites: fc.tuple(
        ...ids('s', count.sites).map((id, index) =>
          fc.record({
            id: fc.constant(id),
            organizationId: fc.constant(`o${index % count.organizations}`),
            name: text,
            point: maybe(
              fc.record({
                longitude: fc.double({ min: 0.1, max: 180, noNaN: true }),
                latitude: fc.double({ min: 0.1, max: 90, noNaN: true }),
              }),
            ),
            country: maybe(fc.constantFrom('DK', 'DE')),
            source,
          }),
        ),
      ),
      flows: fc.tuple(...ids('f', count.flows).map((id, index) => flow(id, `s${index % count.sites}`))),
      factors: stated(
        'factors',
        fc.integer({ min: 1, max: 3 }).chain((most) => fc.tuple(...ids('x', most).map(factor))),
      ),
    }),
  )
  .map(({ factors, ...rest }): City => ({ ...rest, ...factors }));

function ids(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}

// ── Random mistakes ─────────────────────────────────────────────────────────────────────────────────────────────────

const fields: readonly (keyof CityWire | string)[] = [
  'id',
  'name',
  'nace',
  'site_id',
  'organization_id',
  'longitude',
  'latitude',
  'country',
  'direction',
  'type',
  'quantity',
  'amount',
  'unit',
  'precision',
  'availability',
  'hours',
  'months',
  'valid_from',
  'quality',
  'temperature_c',
  'min',
  'max',
  'codes',
  'ewc',
  'price',
  'currency',
  'per',
  'limits',
  'max_distance_km',
  'min_quantity',
  'skills',
  'papers',
  'contract_or_market',
  'low',
  'high',
  'year',
  'geography',
  'source',
  'reference',
  'x_own',
  'unknown',
];
const values = fc.constantFrom<unknown>(
  undefined,
  null,
  '',
  'EUR',
  'DK',
  'supply',
  'measured',
  '2020-02-29',
  '2021-02-29',
  '1'.repeat(168),
  'weekend',
  '000000000001',
  '100102',
  '19.20',
  0,
  -1,
  90.5,
  200,
  1e16,
  true,
  [],
  ['100102'],
  ['19.20', 3],
  {},
  { min: 1 },
  { amount: 1, unit: 't' },
  { amount: 1, per: 't' },
  ['welding_en_iso_9606'],
  ['Welding'],
  { contract_or_market: true, haccp: null },
  { contract: true },
);
const spoilings = fc.record({
  path: fc.tuple(
    fc.constantFrom('organizations', 'sites', 'flows', 'factors'),
    fc.nat(2),
    fc.constantFrom(...fields),
    maybe(fc.constantFrom(...fields)),
  ),
  value: values,
});

function spoil(
  city: CityWire,
  [list, index, field, inner]: readonly [string, number, string, string | null],
  value: unknown,
): void {
  const record = (city as unknown as Record<string, Record<string, unknown>[] | undefined>)[list]?.[index];
  if (record === undefined) return;
  const owner = record[field];
  if (inner !== null && typeof owner === 'object' && owner !== null) Object.assign(owner, { [inner]: value });
  else record[field] = value;
}
