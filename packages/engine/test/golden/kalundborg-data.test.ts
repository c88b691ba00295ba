// The shipped city against its own archetype table and, where the reference facts are at hand, against every one of them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Precision } from '@crg/domain/quantity';
import { resourceType } from '@crg/domain/taxonomy';
import { describe, expect, test } from 'vitest';
import {
  documentedExchanges,
  exchangeOf,
  siteOfFacility,
  statedAmounts,
  statedLimits,
  statedTemperatures,
} from './documented-exchanges.ts';
import { flowOf, kalundborg, readText, siteOf } from './kalundborg.ts';

interface Archetype {
  readonly quantity: { readonly amount: number; readonly unit: string };
  readonly quality: Readonly<Record<string, { readonly min?: number; readonly max?: number }>>;
}
type ArchetypeRow = { readonly reason: string; readonly mark: string } & Record<'supply' | 'demand', Archetype>;

const city = kalundborg();
const table = JSON.parse(readText('archetypes.json')).types as Record<string, ArchetypeRow>;

describe('The flows of Kalundborg', () => {
  test('a supply and a demand stand behind every documented exchange, and no flow is there twice or for nothing', () => {
    const used = new Set(documentedExchanges.flatMap(({ supplyId, demandId }) => [supplyId, demandId]));
    expect([...used].sort()).toEqual(city.flows.map(({ id }) => id).sort());
    for (const { supplyId, demandId } of documentedExchanges) {
      expect(flowOf(city, supplyId).direction).toBe('supply');
      expect(flowOf(city, demandId).direction).toBe('demand');
    }
  });

  test('no flow names another flow, so that no pair is written down', () => {
    for (const flow of city.flows) {
      const others = city.flows.filter(({ id }) => id !== flow.id);
      expect(others.filter(({ id }) => JSON.stringify({ ...flow, id: '' }).includes(id))).toEqual([]);
    }
  });

  test('an amount is either stated in the sources or the archetype of its type, and says which', () => {
    for (const flow of city.flows) {
      const stated = statedAmounts.find(({ flowId }) => flowId === flow.id);
      const expected = stated ?? archetypeOf(flow.type, flow.direction).quantity;
      const precision: Precision = stated === undefined ? 'archetype' : 'estimated';
      expect(flow.quantity, flow.id).toEqual({ amount: expected.amount, unit: expected.unit, precision });
    }
  });

  test('a quality is either stated in the sources or the archetype of its type, never a mixture', () => {
    for (const flow of city.flows) {
      const stated = statedTemperatures[flow.id];
      if (stated !== undefined) {
        expect(flow.quality, flow.id).toEqual({ temperature_c: stated });
        expect(flow.qualityPrecision, flow.id).toBe('estimated');
        continue;
      }
      const row = archetypeOf(flow.type, flow.direction).quality;
      const quality = Object.entries(row).map(([id, { min = null, max = null }]) => [id, { min, max }]);
      expect(flow.quality, flow.id).toEqual(Object.fromEntries(quality));
      expect(flow.qualityPrecision, flow.id).toBe('archetype');
    }
  });

  test('limits are stated for the three long exchanges alone; prices, deals and end dates for none', () => {
    for (const flow of city.flows) {
      expect(flow.limits, flow.id).toEqual({ maxDistanceKm: statedLimits[flow.id] ?? null, minYearlyAmount: null });
      expect([flow.price, flow.disposalCost, flow.availability.validTo], flow.id).toEqual([null, null, null]);
    }
  });

  test('every site and flow carries its source and how sure it is', () => {
    for (const flow of city.flows) {
      expect(flow.source?.reference?.length, flow.id).toBeGreaterThan(5);
      expect(flow.source?.certainty?.length, flow.id).toBeGreaterThan(5);
    }
    for (const site of city.sites) {
      expect(site.source?.certainty?.length, site.id).toBeGreaterThan(5);
      // A site without a source has no place either, and a guessed place says so.
      if (site.point === null) expect(site.source, site.id).toEqual({ reference: null, certainty: 'no site known' });
      else expect(site.source?.certainty, site.id).toMatch(/^(certain$|approximate: )/);
    }
  });
});

describe('The archetype table', () => {
  test('has one row per type of the city, each with its reason and mark', () => {
    expect(Object.keys(table).sort()).toEqual([...new Set(city.flows.map(({ type }) => type))].sort());
    for (const [type, row] of Object.entries(table)) {
      expect(row.reason.length, type).toBeGreaterThan(40);
      expect(row.mark, type).toMatch(/^[JT]$/);
    }
  });

  test('speaks of the parameters of its type, inside their range', () => {
    for (const [type, row] of Object.entries(table)) {
      const parameters = new Map(resourceType(type).parameters.map((parameter) => [parameter.id, parameter]));
      for (const [id, { min, max }] of [...Object.entries(row.supply.quality), ...Object.entries(row.demand.quality)]) {
        const [low, high] = parameters.get(id)?.range ?? [Number.NaN, Number.NaN];
        expect(min ?? low, `${type} ${id}`).toBeGreaterThanOrEqual(low);
        expect(max ?? high, `${type} ${id}`).toBeLessThanOrEqual(high);
      }
    }
  });
});

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const named = process.env.CRG_SHARED_DATA;
const reference = named ?? join(root, '..', 'shared', 'data');

// A checkout alone has no reference facts; whoever names a folder wants them compared, so a wrong name fails.
if (named !== undefined || existsSync(join(reference, 'kalundborg_exchanges.csv'))) {
  const exchanges = readTable(readFileSync(join(reference, 'kalundborg_exchanges.csv'), 'utf8'));
  const facilities = readTable(readFileSync(join(reference, 'kalundborg_facilities.csv'), 'utf8'));

  describe('The reference facts', () => {
    test('are all in the city: 23 exchanges and 17 facilities', () => {
      expect(exchanges.map((row) => row.exchange_id)).toEqual(documentedExchanges.map(({ id }) => id));
      expect(facilities.map((row) => siteOfFacility[row.facility as string]).sort()).toEqual(
        city.sites.map(({ id }) => id).sort(),
      );
    });

    test.each(facilities.map((row) => [row.facility as string, row]))(
      '%s stands where the facts put it',
      (name, row) => {
        const site = city.sites.find(({ id }) => id === siteOfFacility[name]);
        const point = row.lat === '' ? null : { longitude: Number(row.lon), latitude: Number(row.lat) };
        expect(site?.point).toEqual(point);
        expect(site?.source?.certainty === 'certain').toBe(row.coordinate_certainty === 'certain');
        const organization = city.organizations.find(({ id }) => id === site?.organizationId);
        expect(organization?.nace).toEqual((row.nace2 as string).split('|'));
      },
    );

    test.each(exchanges.map((row) => [row.exchange_id as string, row]))('%s runs between its facilities', (id, row) => {
      const exchange = exchangeOf(id);
      expect(siteOf(city, flowOf(city, exchange.supplyId)).id).toBe(siteOfFacility[row.supplier_company as string]);
      expect(siteOf(city, flowOf(city, exchange.demandId)).id).toBe(siteOfFacility[row.receiver_company as string]);
    });

    test('the first day of a flow is that of the earliest year stated for it, and no year is guessed', () => {
      for (const flow of city.flows) {
        const years = exchanges
          .filter((row) => touches(row.exchange_id as string, flow.id) && row.year_start !== '')
          .map((row) => Number(row.year_start));
        const first = years.length === 0 ? null : `${Math.min(...years)}-01-01`;
        expect(flow.availability.validFrom, flow.id).toBe(first);
      }
    });

    test('amounts are those of the facts, and every stated amount of a stream is used', () => {
      const ofStreams = exchanges.filter((row) => row.quantity !== '' && !/fish/.test(row.quantity_unit as string));
      expect(statedAmounts.map(({ exchangeId }) => exchangeId)).toEqual(ofStreams.map((row) => row.exchange_id));
      for (const { exchangeId, flowId, amount, unit, conversion } of statedAmounts) {
        const row = ofStreams.find((candidate) => candidate.exchange_id === exchangeId) as Row;
        expect(touches(exchangeId, flowId), exchangeId).toBe(true);
        expect(amount, exchangeId).toBeCloseTo(Number(row.quantity) * conversion, 6);
        if (conversion === 1) expect(row.quantity_unit?.replace('/y', '/a').startsWith(unit), exchangeId).toBe(true);
      }
    });

    test('waste codes are those of the facts, on the supply alone', () => {
      for (const flow of city.flows) {
        const rows = exchanges.filter((row) => exchangeOf(row.exchange_id as string).supplyId === flow.id);
        const codes = rows.flatMap((row) => (row.ewc_code as string).split('|')).filter((code) => code !== '');
        expect(flow.codes.ewc, flow.id).toEqual(codes);
      }
    });

    test('temperatures are those of the facts', () => {
      for (const row of exchanges.filter((candidate) => candidate.temp_c !== '')) {
        const [min, max] = (row.temp_c as string).split('-').map(Number);
        const { supplyId } = exchangeOf(row.exchange_id as string);
        expect(flowOf(city, supplyId).quality.temperature_c).toEqual({ min, max });
      }
      const network = exchanges.find((row) => row.exchange_id === 'KAL-19')?.final_use ?? '';
      const [, min, max] = /at (\d+)-(\d+) C/.exec(network) ?? [];
      expect(flowOf(city, 'district-heating-heat').quality.temperature_c).toEqual({
        min: Number(min),
        max: Number(max),
      });
    });
  });
}

function archetypeOf(type: string, direction: 'supply' | 'demand'): Archetype {
  const row = table[type];
  if (row === undefined) throw new Error(`expected an archetype of ${type}`);
  return row[direction];
}

function touches(exchangeId: string, flowId: string): boolean {
  const { supplyId, demandId } = exchangeOf(exchangeId);
  return flowId === supplyId || flowId === demandId;
}

type Row = Readonly<Record<string, string>>;

/** Comma-separated values with quoted fields. */
function readTable(text: string): Row[] {
  const lines = text.trim().split(/\r?\n/).map(readLine);
  const [header = [], ...rows] = lines;
  return rows.map((cells) => Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ''])));
}

function readLine(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );
}
