// Seeded supplies and demands on the sites of a city: the load of a platform that many plants use. The rules, so that a figure
// can be judged:
//
// - One site in four takes part, and each flow stands at one of these, drawn at random; supplies and demands take turns.
// - The family is drawn by the shares below; within it the first types of the taxonomy are by far the most common, as a few
//   resources make up most of what is traded.
// - The quantity is 20 to 8,000 in the rate unit of the type, spread evenly on a logarithmic scale.
// - 40 % run without a break, 30 % on weekdays 06-22, 25 % on weekdays 08-17, 5 % at night; 80 % in every month, the others in
//   seven months in a row.
// - Each quality parameter is stated: supplies as a narrow interval in the better 70 % of the usual range, demands as what they
//   need in the easier 70 % of it, so that five pairs of six meet in any one parameter.
// - 30 % are measured, 50 % estimated, 20 % guessed from the sector. No prices, codes or limits are stated.
import { hourPatterns } from '@crg/domain/availability';
import type { Direction, Interval, ResourceFlow, Site } from '@crg/domain/flow';
import type { Precision } from '@crg/domain/quantity';
import { type Family, type QualityParameter, type ResourceType, resourceTypes } from '@crg/domain/taxonomy';
import { pick, type Random } from './seeded.ts';

/** Share of the flows by family. Materials lead, as they do in collections of documented exchanges. */
const familyShares: readonly (readonly [Family, number])[] = [
  ['material', 0.5],
  ['organic', 0.14],
  ['logistics', 0.08],
  ['heat', 0.08],
  ['service', 0.06],
  ['water', 0.04],
  ['gas', 0.03],
  ['space', 0.03],
  ['steam', 0.02],
  ['electricity', 0.01],
  ['cooling', 0.01],
];
const shareTakingPart = 0.25;

export function inventedFlows(sites: readonly Pick<Site, 'id'>[], count: number, random: Random): ResourceFlow[] {
  const takingPart = sites.filter(() => random() < shareTakingPart);
  return Array.from({ length: count }, (_, index) => {
    const direction = index % 2 === 0 ? 'supply' : 'demand';
    return inventedFlow({ index, direction, siteId: pick(takingPart, random).id }, random);
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
      type.parameters
        .filter(({ optional }) => optional !== true)
        .map((parameter) => [parameter.id, drawInterval(parameter, direction, random)]),
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
  return types[Math.floor(random() ** 3 * types.length)] as ResourceType;
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
  if (draw < 0.4) return hourPatterns.continuous;
  if (draw < 0.7) return hourPatterns.weekdays_06_22;
  return draw < 0.95 ? hourPatterns.weekdays_08_17 : hourPatterns.nights_22_06;
}

function drawMonths(random: Random): readonly boolean[] {
  const whole = random() < 0.8;
  const start = Math.floor(random() * 12);
  return Array.from({ length: 12 }, (_, month) => whole || (month - start + 12) % 12 < 7);
}

function drawInterval({ kind, range }: QualityParameter, direction: Direction, random: Random): Interval {
  const [low, high] = [Math.max(range[0], 0), Math.min(range[1], 100)];
  const at = (share: number) => low + (high - low) * share;
  if (kind === 'window') {
    const middle = random();
    const width = direction === 'supply' ? 0.05 : 0.6;
    return { min: at(Math.max(0, middle - width)), max: at(Math.min(1, middle + width)) };
  }
  // What is good for a receiver: much of it (at_least) or little (at_most).
  const easy = 0.7 * random();
  const good = 0.3 + 0.7 * random();
  if (direction === 'demand')
    return kind === 'at_least' ? { min: at(easy), max: null } : { min: null, max: at(1 - easy) };
  return kind === 'at_least'
    ? { min: at(good), max: at(Math.min(1, good + 0.05)) }
    : { min: at(Math.max(0, 0.95 - good)), max: at(1 - good) };
}
