// Seeded supplies and demands on the sites of a city. The rules, so that a figure can be judged:
//
// - Each flow stands at a site drawn at random among those with a place; supplies and demands take turns.
// - The family is drawn by the shares below, the type within it with the first types of the family more often.
// - The quantity is 20 to 8,000 in the rate unit of the type, spread evenly on a logarithmic scale.
// - 30 % run all year round without a break, 25 % each on weekdays 06-22 and 08-17, 20 % at night; 70 % in every month, the
//   others in seven months in a row.
// - Each quality parameter is stated: a supply as a narrow interval, a demand as what it needs, around middles spread over the
//   usual part of the parameter's range, so that about every other pair meets in any one parameter.
// - 30 % are measured, 50 % estimated, 20 % guessed from the sector. No prices, codes or limits are stated.
import { hourPatterns } from '@crg/domain/availability';
import type { Direction, Interval, ResourceFlow, Site } from '@crg/domain/flow';
import type { Precision } from '@crg/domain/quantity';
import { type Family, type QualityParameter, type ResourceType, resourceTypes } from '@crg/domain/taxonomy';
import { pick, type Random } from './seeded.ts';

/** Share of the flows by family. Materials lead, as they do in collections of documented exchanges. */
const familyShares: readonly (readonly [Family, number])[] = [
  ['material', 0.34],
  ['organic', 0.12],
  ['heat', 0.12],
  ['water', 0.1],
  ['logistics', 0.08],
  ['service', 0.07],
  ['gas', 0.05],
  ['space', 0.04],
  ['steam', 0.03],
  ['electricity', 0.03],
  ['cooling', 0.02],
];

export function inventedFlows(sites: readonly Pick<Site, 'id'>[], count: number, random: Random): ResourceFlow[] {
  return Array.from({ length: count }, (_, index) => {
    const direction = index % 2 === 0 ? 'supply' : 'demand';
    return inventedFlow({ index, direction, siteId: pick(sites, random).id }, random);
  });
}

function inventedFlow(
  { index, direction, siteId }: { index: number; direction: Direction; siteId: string },
  random: Random,
): ResourceFlow {
  const type = drawType(random);
  return {
    id: `bench-flow-${index}`,
    siteId,
    direction,
    type: type.id,
    name: `${type.label} ${index}`,
    quantity: {
      amount: 20 * Math.exp(random() * Math.log(400)),
      unit: type.rateUnit,
      precision: drawPrecision(random),
    },
    availability: { hours: drawWeek(random), months: drawMonths(random), validFrom: null, validTo: null },
    quality: Object.fromEntries(
      type.parameters.map((parameter) => [parameter.id, drawInterval(parameter, direction, random)]),
    ),
    qualityPrecision: null,
    codes: { ewc: [], cpa: null, hs: null },
    price: null,
    disposalCost: null,
    limits: { maxDistanceKm: null, minYearlyAmount: null },
    source: null,
  };
}

function drawType(random: Random): ResourceType {
  const family = drawFamily(random());
  const types = resourceTypes.filter((type) => type.family === family);
  return types[Math.floor(random() ** 1.7 * types.length)] as ResourceType;
}

function drawFamily(draw: number): Family {
  let upTo = 0;
  for (const [family, share] of familyShares) {
    upTo += share;
    if (draw < upTo) return family;
  }
  return 'material';
}

function drawPrecision(random: Random): Precision {
  const draw = random();
  return draw < 0.3 ? 'measured' : draw < 0.8 ? 'estimated' : 'archetype';
}

function drawWeek(random: Random): readonly boolean[] {
  const draw = random();
  if (draw < 0.3) return hourPatterns.continuous;
  if (draw < 0.55) return hourPatterns.weekdays_06_22;
  return draw < 0.8 ? hourPatterns.weekdays_08_17 : hourPatterns.nights_22_06;
}

function drawMonths(random: Random): readonly boolean[] {
  const whole = random() < 0.7;
  const start = Math.floor(random() * 12);
  return Array.from({ length: 12 }, (_, month) => whole || (month - start + 12) % 12 < 7);
}

function drawInterval({ kind, range }: QualityParameter, direction: Direction, random: Random): Interval {
  const [low, high] = [Math.max(range[0], 0), Math.min(range[1], 100)];
  const middle = low + (high - low) * random();
  const width = (high - low) * (direction === 'supply' ? 0.05 : 0.3) * (0.5 + random());
  if (kind === 'window' || direction === 'supply')
    return { min: Math.max(low, middle - width), max: Math.min(high, middle + width) };
  return kind === 'at_least' ? { min: middle, max: null } : { min: null, max: middle };
}
