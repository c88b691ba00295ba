// Decoy demands for the golden test: invented competitors of Kalundborg's documented receivers, the same for the same seed.
//
// Per resource type with a documented supply and per seed, 20 demands of that type, each with a site and an organization of its own:
//
// 12 infeasible. Everything about them is the documented demand's (place, amount, quality); exactly one thing is wrong:
//   3 window: one quality parameter asks for what no supply that serves the type can guarantee;
//   3 code:   takes only List of Waste codes that no supply serving the type has;
//   3 season: has stopped before the year, starts after it, or is open in no month (the documented supplies run all year, so no
//             other season misses them);
//   3 far:    stands beyond the distance limit of every supply serving the type.
//   Where a way cannot fail for sure (a serving supply states no such parameter or no code), season and far take its three in turn.
//
// 8 feasible but worse: 2 farther, 2 smaller, 2 less overlapping, 2 of all at once. "Worse" is dominance, not a guess about scores:
//   towards every supply that could serve it, such a decoy stands no nearer than the farthest documented receiver of that supply,
//   wants no more than the smallest of them, runs no longer, asks the documented quality, and is known no better (archetype);
//   and in its own way it is strictly worse. Where a type has no documented receiver with a place, it only stays within the limit.
//
// Nothing here looks at a score. Places are drawn on the map without asking for land.
import { always, hourPatterns, hoursPerYear } from '@crg/domain/availability';
import type { City, Interval, Organization, Point, ResourceFlow, Site } from '@crg/domain/flow';
import { distanceKm } from '@crg/domain/geo';
import { yearlyAmountOf } from '@crg/domain/quantity';
import { resourceType } from '@crg/domain/taxonomy';
import { type Dice, placeAt } from '../properties/random-city.ts';
import { documentedExchanges } from './documented-exchanges.ts';
import { flowOf, siteOf } from './kalundborg.ts';

export type InfeasibleWay = 'window' | 'code' | 'season' | 'far';
export type WorseWay = 'farther' | 'smaller' | 'less_overlapping' | 'mixed';

export interface Decoy {
  readonly type: string;
  /** The documented supply the decoy competes for. */
  readonly supplyId: string;
  readonly feasible: boolean;
  readonly way: InfeasibleWay | WorseWay;
  readonly organization: Organization;
  readonly site: Site;
  readonly flow: ResourceFlow;
}

/** 20 decoys for each resource type that has a documented supply. */
export function decoysOf(city: City, dice: Dice): Decoy[] {
  const types = new Map<string, string>();
  for (const { supplyId } of documentedExchanges) {
    const { type } = flowOf(city, supplyId);
    if (!types.has(type)) types.set(type, supplyId);
  }
  return [...types].flatMap(([type, supplyId]) => decoysOfType(fieldOf(city, type, supplyId), dice));
}

export function withDecoys(city: City, decoys: readonly Decoy[]): City {
  return {
    ...city,
    organizations: [...city.organizations, ...decoys.map((decoy) => decoy.organization)],
    sites: [...city.sites, ...decoys.map((decoy) => decoy.site)],
    flows: [...city.flows, ...decoys.map((decoy) => decoy.flow)],
  };
}

/** What a decoy of one type is measured against. */
interface Field {
  readonly city: City;
  readonly type: string;
  readonly supplyId: string;
  /** Documented demands to vary: those of the type, else those of its supply. */
  readonly models: readonly ResourceFlow[];
  readonly servers: readonly Server[];
  readonly base: Server;
  /** Yearly amount of the smallest documented receiver of any server, in the type's yearly unit. */
  readonly smallestAmount: number;
}

/** A supply that could serve a demand of the type. */
interface Server {
  readonly flow: ResourceFlow;
  readonly point: Point;
  readonly limitKm: number;
  /** 0 when it has no documented receiver with a place. */
  readonly farthestReceiverKm: number;
}

function fieldOf(city: City, type: string, supplyId: string): Field {
  const accepted = [type, ...resourceType(type).accepts];
  const servers = city.flows
    .filter((flow) => flow.direction === 'supply' && accepted.includes(flow.type))
    .map((flow) => serverOf(city, flow, type));
  const base = servers.find((server) => server.flow.id === supplyId);
  if (base === undefined) throw new Error(`expected ${supplyId} to serve ${type}`);
  const documented = receiversOf(city, supplyId);
  const ofType = documentedExchanges
    .map(({ demandId }) => flowOf(city, demandId))
    .filter((flow, index, all) => flow.type === type && all.indexOf(flow) === index);
  const rivals = servers.flatMap((server) => receiversOf(city, server.flow.id));
  return {
    city,
    type,
    supplyId,
    models: ofType.length > 0 ? ofType : documented,
    servers,
    base,
    smallestAmount: Math.min(...rivals.map((flow) => yearlyAmount(city, flow))),
  };
}

function receiversOf(city: City, supplyId: string): ResourceFlow[] {
  return documentedExchanges
    .filter((exchange) => exchange.supplyId === supplyId)
    .map(({ demandId }) => flowOf(city, demandId));
}

function serverOf(city: City, flow: ResourceFlow, demandType: string): Server {
  const { point } = siteOf(city, flow);
  if (point === null) throw new Error(`expected a place for the documented supply ${flow.id}`);
  const places = receiversOf(city, flow.id).map((receiver) => siteOf(city, receiver).point);
  const distances = places.filter((place) => place !== null).map((place) => distanceKm(point, place));
  const reach = Math.min(resourceType(flow.type).reachKm, resourceType(demandType).reachKm);
  return {
    flow,
    point,
    limitKm: flow.limits.maxDistanceKm ?? reach,
    farthestReceiverKm: Math.max(0, ...distances),
  };
}

function yearlyAmount(city: City, flow: ResourceFlow): number {
  return yearlyAmountOf(flow.quantity, resourceType(flow.type), hoursPerYear(flow.availability, city.year));
}

const infeasibleWays: readonly InfeasibleWay[] = ['window', 'code', 'season', 'far'];
const worseWays: readonly WorseWay[] = ['farther', 'smaller', 'less_overlapping', 'mixed'];

function decoysOfType(field: Field, dice: Dice): Decoy[] {
  const decoys: Decoy[] = [];
  const add = (feasible: boolean, way: Decoy['way'], changed: Variant) =>
    decoys.push(decoyOf(field, `decoy-${field.type}-${decoys.length}`, { feasible, way }, changed));
  for (const way of worseWays) for (let copy = 0; copy < 2; copy++) add(true, way, worseVariant(field, dice, way));
  let standIn = 0;
  for (const wanted of infeasibleWays) {
    for (let copy = 0; copy < 3; copy++) {
      const way = canFail(field, wanted) ? wanted : standIn++ % 2 === 0 ? 'season' : 'far';
      add(false, way, infeasibleVariant(field, dice, way, decoys.length));
    }
  }
  return decoys;
}

/** A documented demand and what the decoy does otherwise. */
interface Variant {
  readonly model: ResourceFlow;
  readonly point: Point;
  readonly change: Partial<Pick<ResourceFlow, 'availability' | 'quality' | 'codes' | 'quantity'>>;
}

// ── Feasible but worse ──

function worseVariant(field: Field, dice: Dice, way: WorseWay): Variant {
  const model = dice.pick(field.models);
  const all = way === 'mixed';
  const share = all || way === 'smaller' ? dice.between(0.15, 0.7) : 1;
  const availability = all || way === 'less_overlapping' ? fewerHours(dice) : always;
  // The same rate in fewer hours makes less in a year.
  const running = hoursPerYear(availability, field.city.year) / hoursPerYear(always, field.city.year);
  const amount = Math.min(field.smallestAmount, yearlyAmount(field.city, model)) * share * running;
  return {
    model,
    point: placeBehindTheDocumented(field, dice, all || way === 'farther'),
    change: {
      availability,
      quantity: { amount, unit: resourceType(field.type).yearlyUnit, precision: 'archetype' },
    },
  };
}

function fewerHours(dice: Dice): ResourceFlow['availability'] {
  const { weekdays_06_22, weekdays_08_17, nights_22_06, weekend } = hourPatterns;
  return { ...always, hours: dice.pick([weekdays_06_22, weekdays_08_17, nights_22_06, weekend]) };
}

/** Within the base supply's limit, nearer to no supply than that supply's farthest documented receiver; `farther`: clearly behind it. */
function placeBehindTheDocumented(field: Field, dice: Dice, farther: boolean): Point {
  const { base, servers } = field;
  const room = base.limitKm - base.farthestReceiverKm;
  const attempts = 10_000;
  for (let attempt = 0; attempt < attempts; attempt++) {
    // The ring widens only as long as no place on it lies behind the receivers of the other supplies too.
    const share = farther ? dice.between(0.15, 0.95) : dice.between(0.001, 0.05 + (0.9 * attempt) / attempts);
    const km = base.farthestReceiverKm + room * share;
    const point = placeAt(base.point, dice.between(0, 360), km);
    const behind = servers.every((server) => distanceKm(server.point, point) >= server.farthestReceiverKm);
    if (behind && distanceKm(base.point, point) < base.limitKm) return point;
  }
  throw new Error(`expected a place behind the documented receivers of ${field.supplyId}`);
}

// ── Infeasible in exactly one way ──

function canFail(field: Field, way: InfeasibleWay): boolean {
  if (way === 'window') return parametersToMiss(field).length > 0;
  return way !== 'code' || field.servers.every((server) => server.flow.codes.ewc.length > 0);
}

function infeasibleVariant(field: Field, dice: Dice, way: InfeasibleWay, count: number): Variant {
  const model = dice.pick(field.models);
  const near = siteOf(field.city, model).point ?? field.base.point;
  const variant = (change: Variant['change'], point = near): Variant => ({ model, point, change });
  switch (way) {
    case 'window':
      return variant({ quality: { ...model.quality, ...missedParameter(field, dice) } });
    case 'code':
      return variant({ codes: { ...model.codes, ewc: foreignCodes(field, dice) } });
    case 'season':
      return variant({ availability: closedSeason(field.city.year, count) });
    case 'far':
      return variant({}, placeBeyondEveryLimit(field, dice));
  }
}

interface Miss {
  readonly id: string;
  /** A demand that asks for `share` of what lies between the best supply and the end of the physical range. */
  readonly missedBy: (share: number) => Interval;
}

/** Parameters of the type for which every serving supply states the end that counts, with room left to ask for more. */
function parametersToMiss(field: Field): Miss[] {
  return resourceType(field.type).parameters.flatMap(({ id, kind, range: [lowest, highest] }): Miss[] => {
    const guaranteed = field.servers.map((server) => {
      const stated = server.flow.quality[id];
      return (kind === 'at_least' ? stated?.min : stated?.max) ?? null;
    });
    const known = guaranteed.filter((end) => end !== null);
    if (known.length < guaranteed.length) return [];
    if (kind === 'at_most') {
      const best = Math.min(...known);
      return best > lowest ? [{ id, missedBy: (share) => ({ min: null, max: best - share * (best - lowest) }) }] : [];
    }
    const best = Math.max(...known);
    return best < highest
      ? [{ id, missedBy: (share) => ({ min: best + share * (highest - best), max: highest }) }]
      : [];
  });
}

function missedParameter(field: Field, dice: Dice): Record<string, Interval> {
  const { id, missedBy } = dice.pick(parametersToMiss(field));
  return { [id]: missedBy(dice.between(0.01, 0.3)) };
}

/** Ordinary entries of the List of Waste from other trades than those of the city. */
const otherTrades = [
  '020304',
  '030105',
  '030307',
  '101112',
  '120101',
  '150101',
  '160103',
  '170201',
  '191202',
  '200101',
];

function foreignCodes(field: Field, dice: Dice): string[] {
  const taken = new Set(field.servers.flatMap((server) => server.flow.codes.ewc));
  return dice.shuffled(otherTrades.filter((code) => !taken.has(code))).slice(0, dice.whole(1, 3));
}

function closedSeason(year: number, count: number): ResourceFlow['availability'] {
  const closed = always.months.map(() => false);
  const seasons = [
    { ...always, validTo: `${year - 1}-12-31` },
    { ...always, validFrom: `${year + 1}-01-01` },
    { ...always, months: closed },
  ];
  return seasons[count % seasons.length] as ResourceFlow['availability'];
}

function placeBeyondEveryLimit(field: Field, dice: Dice): Point {
  const { base, servers } = field;
  for (let attempt = 0; attempt < 10_000; attempt++) {
    const point = placeAt(base.point, dice.between(0, 360), base.limitKm * dice.between(1.02, 2.5));
    if (servers.every((server) => distanceKm(server.point, point) > server.limitKm * 1.01)) return point;
  }
  throw new Error(`expected a place beyond the reach of all supplies that serve ${field.type}`);
}

function decoyOf(
  field: Field,
  id: string,
  kind: Pick<Decoy, 'feasible' | 'way'>,
  { model, point, change }: Variant,
): Decoy {
  return {
    ...kind,
    type: field.type,
    supplyId: field.supplyId,
    organization: { id: `${id}-owner`, name: id, nace: [] },
    site: { id: `${id}-site`, organizationId: `${id}-owner`, name: id, point, country: 'DK', source: null },
    flow: {
      ...model,
      id,
      siteId: `${id}-site`,
      type: field.type,
      name: id,
      availability: always,
      qualityPrecision: 'archetype',
      ...change,
    },
  };
}
