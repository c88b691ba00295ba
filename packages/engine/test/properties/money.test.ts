// Money between parties, over random cities: nothing is lost on the way, and a price only moves it.
import type { City } from '@crg/domain/flow';
import type { Match, PartyEconomics, PartyName } from '@crg/domain/match';
import { resourceType } from '@crg/domain/taxonomy';
import { measures } from '@crg/domain/units';
import { expect, test } from 'vitest';
import { matchCity } from '../../src/match-city.ts';
import { converterCity } from '../converters/converter-city.ts';
import { cityOf, randomCity } from './random-city.ts';

const seeds = Array.from({ length: 60 }, (_, seed) => seed + 1);
const cities = [...seeds.map((seed) => cityOf(randomCity(seed))), ...seeds.slice(0, 15).map(converterCity)];
const runs = cities.map((city, number) => {
  const { matches, chains } = matchCity(city, { k: 5 });
  return { number, city, matches: [...matches, ...chains], chains };
});

test('money is conserved: supplier and receiver together have what the pair has, and society all but the tariffs', () => {
  let count = 0;
  for (const { number, matches } of runs) {
    for (const { economics, supplyId, demandId } of matches) {
      const where = `city ${number}: ${supplyId} ~ ${demandId}`;
      const [supplier, receiver, society] = economics.parties as readonly PartyEconomics[];
      const together = (of: (party: PartyEconomics) => number) =>
        of(supplier as PartyEconomics) + of(receiver as PartyEconomics);
      const tariffs = society?.lines.find(({ id }) => id === 'saved_tariffs')?.amount ?? 0;
      near(
        together((party) => party.marginEurPerYear),
        economics.marginEurPerYear,
        where,
      );
      near(
        together((party) => party.benefitEurPerYear),
        economics.benefitEurPerYear,
        where,
      );
      near(
        together((party) => party.npvEur),
        economics.npvEur.mid,
        where,
      );
      near(
        together((party) => party.investmentEur),
        economics.investmentEur.mid,
        where,
      );
      near(society?.marginEurPerYear, economics.marginEurPerYear + tariffs, where);
      near(society?.investmentEur, economics.investmentEur.mid, where);
      if (tariffs === 0) near(society?.npvEur, economics.npvEur.mid, where);
      count++;
    }
  }
  expect(count).toBeGreaterThan(100);
});

test("each party's own lines add up to its benefit and to its investment, through a converter as well", () => {
  const sums = new Set(['benefit', 'annuity', 'margin', 'npv']);
  for (const { number, matches } of runs) {
    for (const { economics, supplyId, demandId } of matches) {
      for (const { party, lines, benefitEurPerYear, investmentEur } of economics.parties) {
        const where = `city ${number}: ${party} of ${supplyId} ~ ${demandId}`;
        const own = lines.filter(({ id }) => !sums.has(id));
        const sumIn = (unit: string) => own.reduce((sum, line) => sum + (line.unit === unit ? line.amount : 0), 0);
        near(sumIn('EUR/a'), benefitEurPerYear, where);
        near(sumIn('EUR'), investmentEur, where);
      }
    }
  }
  expect(runs.flatMap(({ chains }) => chains).length).toBeGreaterThan(20);
});

test('a higher price moves value from the receiver to the supplier, and nothing else', () => {
  let count = 0;
  for (const { number, city } of runs) {
    const cheap = matchCity(atPrice(city, 10), { k: 5 });
    const dear = matchCity(atPrice(city, 13), { k: 5 });
    expect(dear.matches.map(withoutParties), `city ${number}`).toEqual(cheap.matches.map(withoutParties));
    expect(dear.nearMisses, `city ${number}`).toEqual(cheap.nearMisses);
    // What comes out of a converter has no price that its supplier stated.
    expect(dear.chains, `city ${number}`).toEqual(cheap.chains);
    for (const [at, match] of dear.matches.entries()) {
      const before = cheap.matches[at] as Match;
      const moved = 3 * match.commonQuantity.amount;
      const where = `city ${number}: ${match.supplyId} ~ ${match.demandId}`;
      near(partyOf(match, 'supplier').marginEurPerYear, partyOf(before, 'supplier').marginEurPerYear + moved, where);
      near(partyOf(match, 'receiver').marginEurPerYear, partyOf(before, 'receiver').marginEurPerYear - moved, where);
      near(partyOf(match, 'society').npvEur, partyOf(before, 'society').npvEur, where);
      expect({ ...match.economics.corridor, price: 10 }, where).toEqual(before.economics.corridor);
      count++;
    }
  }
  expect(count).toBeGreaterThan(100);
});

test('at the Nash price both gain alike, and no price outside the corridor serves both', () => {
  let count = 0;
  for (const { number, matches } of runs) {
    for (const match of matches) {
      const { corridor } = match.economics;
      if (corridor?.priceBasis !== 'nash') continue;
      const where = `city ${number}: ${match.supplyId} ~ ${match.demandId}`;
      near(partyOf(match, 'supplier').npvEur, partyOf(match, 'receiver').npvEur, where);
      expect(partyOf(match, 'supplier').npvEur, where).toBeGreaterThanOrEqual(-1e-3);
      expect(corridor.price, where).toBeGreaterThanOrEqual(corridor.lowest);
      expect(corridor.price, where).toBeLessThanOrEqual(corridor.highest);
      count++;
    }
  }
  expect(count).toBeGreaterThan(20);
});

function atPrice(city: City, eurPerUnit: number): City {
  return {
    ...city,
    flows: city.flows.map((flow) => {
      if (flow.direction === 'demand') return flow;
      const per = measures[resourceType(flow.type).measure].amountUnit;
      return { ...flow, price: { amount: eurPerUnit, currency: 'EUR', per } };
    }),
  };
}

function withoutParties({ economics, ...match }: Match) {
  return { ...match, economics: { ...economics, parties: null, corridor: null } };
}

function partyOf({ economics }: Match, name: PartyName): PartyEconomics {
  return economics.parties.find(({ party }) => party === name) as PartyEconomics;
}

/** To a tenth of a cent, or a billionth of the amount. */
function near(actual: number | undefined, expected: number, where: string): void {
  const difference = Math.abs((actual ?? Number.NaN) - expected);
  expect(difference, where).toBeLessThanOrEqual(Math.max(1e-3, 1e-9 * Math.abs(expected)));
}
