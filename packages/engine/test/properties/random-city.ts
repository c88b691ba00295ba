// Random cities for the property tests: the same seed always gives the same city, and every hard corner of the contract turns up often.
import type { City, Interval, ResourceFlow, Site } from '@crg/domain/flow';
import type { Precision } from '@crg/domain/quantity';
import { type ResourceType, resourceType, resourceTypes } from '@crg/domain/taxonomy';

/** A flow as a file states it: strings for time, the stated unit for amounts. The second judge reads this and nothing else. */
export interface StatedFlow {
  readonly id: string;
  readonly siteId: string;
  readonly direction: 'supply' | 'demand';
  readonly type: string;
  readonly amount: number;
  readonly unit: string;
  readonly precision: Precision;
  /** 168 characters of 0 and 1, Monday 00:00 first. */
  readonly hours: string;
  /** 12 characters of 0 and 1, January first. */
  readonly months: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly quality: Readonly<Record<string, Interval>>;
  readonly ewc: readonly string[];
  /** Empty when not stated. */
  readonly skills: readonly string[];
  readonly price: { readonly amount: number; readonly currency: string } | null;
  readonly maxDistanceKm: number | null;
  readonly minYearlyAmount: number | null;
}

export interface StatedSite {
  readonly id: string;
  readonly organizationId: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

export interface StatedOrganization {
  readonly id: string;
  /** NACE code, null when not stated. */
  readonly nace: string | null;
}

export interface StatedCity {
  readonly year: number;
  readonly organizations: readonly StatedOrganization[];
  readonly sites: readonly StatedSite[];
  readonly flows: readonly StatedFlow[];
}

/** Draws of one seed (mulberry32). */
export interface Dice {
  /** Uniform in [0, 1). */
  readonly roll: () => number;
  readonly between: (low: number, high: number) => number;
  /** Whole number, both ends included. */
  readonly whole: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(choices: readonly T[]) => T;
  readonly shuffled: <T>(items: readonly T[]) => T[];
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (low: number, high: number) => low + Math.floor(roll() * (high - low + 1));
  return {
    roll,
    between: (low, high) => low + roll() * (high - low),
    whole,
    chance: (probability) => roll() < probability,
    pick: (choices) => {
      const chosen = choices[whole(0, choices.length - 1)];
      if (chosen === undefined) throw new Error('expected at least one choice');
      return chosen;
    },
    shuffled: (items) => {
      const copy = [...items];
      for (let last = copy.length - 1; last > 0; last--) {
        const other = whole(0, last);
        [copy[last], copy[other]] = [copy[other] as (typeof copy)[number], copy[last] as (typeof copy)[number]];
      }
      return copy;
    },
  };
}

/** A city of 2 to 8 organizations and 8 to 26 flows around two or three resource types whose supplies can meet. */
export function randomCity(seed: number): StatedCity {
  const dice = diceOf(seed);
  const year = dice.pick([2018, 2023, 2024, 2000, 2100]);
  const types = themeOf(dice, seed);
  const organizations = Array.from({ length: dice.whole(2, 8) }, (_, index) => ({
    id: `org-${index}`,
    nace: dice.pick([null, null, '01.46', '10.11', '24.10', '35.11']),
  }));
  const ids = organizations.map(({ id }) => id);
  const sites = randomSites(dice, ids, Math.min(...types.map((type) => type.reachKm)));
  const flows: StatedFlow[] = [];
  const count = dice.whole(8, 26);
  for (let index = 0; index < count; index++) {
    const twin = flows.length > 0 && dice.chance(0.1) ? dice.pick(flows) : null;
    // A twin differs in its id alone, so that only the id can break the tie.
    if (twin === null) flows.push(randomFlow(dice, `flow-${dice.whole(0, 9)}${index}`, sites, types, year));
    else flows.push({ ...twin, id: `${twin.id}-twin-${index}` });
  }
  return { year, organizations, sites, flows };
}

/** The city in the engine's words. */
export function cityOf(stated: StatedCity): City {
  return {
    name: 'Random city',
    year: stated.year,
    currency: 'EUR',
    organizations: stated.organizations.map(({ id, nace }) => ({ id, name: id, nace: nace === null ? [] : [nace] })),
    sites: stated.sites.map(siteOf),
    flows: stated.flows.map(flowOf),
  };
}

/** Every type leads in turn, so that a thousand cities hold every family many times over. */
function themeOf(dice: Dice, seed: number): ResourceType[] {
  const lead = resourceTypes[seed % resourceTypes.length] as ResourceType;
  const related = resourceTypes.filter((type) => type.accepts.includes(lead.id));
  const accepted = lead.accepts.map((id) => resourceType(id));
  const second = dice.pick([...related, ...accepted, lead]);
  return dice.chance(0.3) ? [lead, second, dice.pick(resourceTypes)] : [lead, second];
}

interface Place {
  readonly longitude: number;
  readonly latitude: number;
}

function randomSites(dice: Dice, organizationIds: readonly string[], reachKm: number): StatedSite[] {
  const centre = randomCentre(dice);
  const spreadKm = reachKm * dice.pick([0.2, 0.6, 1.2, 3]);
  const sites: StatedSite[] = [];
  for (const organizationId of organizationIds) {
    const count = dice.whole(1, 2);
    for (let index = 0; index < count; index++) {
      const place = randomPlace(dice, centre, spreadKm, sites);
      sites.push({
        id: `site-${sites.length}`,
        organizationId,
        longitude: place?.longitude ?? null,
        latitude: place?.latitude ?? null,
      });
    }
  }
  return sites;
}

function randomCentre(dice: Dice): Place {
  const kind = dice.roll();
  if (kind < 0.12) return { longitude: dice.pick([180, -180, 179.999]), latitude: dice.between(-70, 70) };
  if (kind < 0.2) return { longitude: dice.between(-180, 180), latitude: dice.pick([90, 89.99, 89.5]) };
  if (kind < 0.28) return { longitude: dice.between(-180, 180), latitude: dice.pick([-90, -89.99]) };
  return { longitude: dice.between(-180, 180), latitude: dice.between(-65, 72) };
}

function randomPlace(dice: Dice, centre: Place, spreadKm: number, sites: readonly StatedSite[]): Place | null {
  if (dice.chance(0.06)) return null;
  const known = sites.filter((site) => site.longitude !== null && site.latitude !== null);
  if (known.length > 0 && dice.chance(0.15)) {
    const same = dice.pick(known);
    return { longitude: same.longitude as number, latitude: same.latitude as number };
  }
  return placeAt(centre, dice.between(0, 360), spreadKm * Math.sqrt(dice.roll()));
}

/** The point `km` away on a sphere: good enough to scatter sites, also over a pole or the antimeridian. */
export function placeAt(from: Place, bearingDegrees: number, km: number): Place {
  const radians = Math.PI / 180;
  const arc = km / 6371;
  const latitude = from.latitude * radians;
  const bearing = bearingDegrees * radians;
  const sine = Math.sin(latitude) * Math.cos(arc) + Math.cos(latitude) * Math.sin(arc) * Math.cos(bearing);
  const turned = Math.atan2(
    Math.sin(bearing) * Math.sin(arc) * Math.cos(latitude),
    Math.cos(arc) - Math.sin(latitude) * sine,
  );
  const longitude = from.longitude + turned / radians;
  return {
    longitude: longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude,
    latitude: Math.max(-90, Math.min(90, Math.asin(Math.max(-1, Math.min(1, sine))) / radians)),
  };
}

export function randomFlow(
  dice: Dice,
  id: string,
  sites: readonly StatedSite[],
  types: readonly ResourceType[],
  year: number,
): StatedFlow {
  const type = dice.pick(types);
  const { amount, unit } = randomAmount(dice, type);
  const [validFrom, validTo] = randomValidity(dice, year);
  return {
    id,
    siteId: dice.pick(sites).id,
    direction: dice.pick(['supply', 'demand'] as const),
    type: type.id,
    amount,
    unit,
    precision: dice.pick(['measured', 'estimated', 'archetype'] as const),
    hours: randomHours(dice),
    months: dice.pick([...Array<string>(6).fill('1'.repeat(12)), ...seasons]),
    validFrom,
    validTo,
    quality: randomQuality(dice, type),
    ewc: randomCodes(dice, type),
    skills: randomSkills(dice, type),
    price: dice.chance(0.3) ? { amount: dice.whole(-40, 120), currency: 'EUR' } : null,
    maxDistanceKm: dice.chance(0.3) ? dice.pick([0, type.reachKm * dice.between(0.1, 4), 20000]) : null,
    minYearlyAmount: dice.chance(0.25) ? dice.pick([0, 1, 100, 5000, 200000]) : null,
  };
}

/** Spellings of the contract per measure; the second judge has its own table of what they are worth. */
const unitsOf: Readonly<Record<ResourceType['measure'], readonly string[]>> = {
  energy: ['kW', 'MW', 'MWh/a', 'GWh/a', 'kWh/a'],
  mass: ['t/h', 't/a', 'kg/h', 't/yr'],
  volume: ['m3/h', 'm3/a', 'm3/year'],
  area: ['m2'],
  time: ['h/a'],
  count: ['pcs/h', 'pcs/a'],
};

function randomAmount(dice: Dice, type: ResourceType): { amount: number; unit: string } {
  const unit = dice.pick(unitsOf[type.measure]);
  if (dice.chance(0.04)) return { amount: 0, unit };
  return { amount: dice.pick([0.5, 1, 20, 400, 3000, Math.round(10 ** dice.between(0, 5))]), unit };
}

const seasons = ['111100000111', '000011111000', '100000000000', '010000000000', '000000000000'];

function randomHours(dice: Dice): string {
  const kind = dice.roll();
  if (kind < 0.45) return '1'.repeat(168);
  if (kind < 0.5) return '0'.repeat(168);
  if (kind < 0.6) return `${'000000111111111111111100'.repeat(5)}${'0'.repeat(48)}`;
  if (kind < 0.7) return `${'111111000000000000000011'.repeat(7)}`;
  if (kind < 0.8) return `${'0'.repeat(120)}${'1'.repeat(48)}`;
  const hour = dice.whole(0, 167);
  if (kind < 0.86) return Array.from({ length: 168 }, (_, index) => (index === hour ? '1' : '0')).join('');
  return Array.from({ length: 168 }, () => (dice.chance(0.4) ? '1' : '0')).join('');
}

function randomValidity(dice: Dice, year: number): [string | null, string | null] {
  if (dice.chance(0.7)) return [null, null];
  const leapDay = year % 4 === 0 && year % 100 !== 0 ? `${year}-02-29` : `${year}-02-28`;
  const days = [`${year - 1}-12-31`, `${year}-01-01`, leapDay, `${year}-06-30`, `${year}-07-01`, `${year}-12-31`];
  const from = dice.chance(0.7) ? dice.pick([...days, `${year + 1}-01-01`]) : null;
  const later = [...days, `${year + 1}-01-01`].filter((day) => from === null || day >= from);
  return [from, dice.chance(0.7) ? dice.pick(later) : null];
}

function randomQuality(dice: Dice, type: ResourceType): Record<string, Interval> {
  const quality: Record<string, Interval> = {};
  for (const parameter of type.parameters) {
    // Optional figures are rare, as in life: a pair that states many of them hardly ever meets in all.
    if (dice.chance(parameter.optional === true ? 0.85 : 0.3)) continue;
    // Few steps inside the range: bounds meet exactly often enough to test the edges of every kind.
    const low = Math.max(parameter.range[0], parameter.id === 'temperature_c' ? 10 : 0);
    const high = Math.min(parameter.range[1], parameter.id === 'temperature_c' ? 130 : low + 100);
    const step = () => low + ((high - low) * dice.whole(0, 24)) / 24;
    const [a, b] = [step(), step()];
    const interval = { min: Math.min(a, b), max: Math.max(a, b) };
    const bounds = dice.roll();
    quality[parameter.id] =
      bounds < 0.6 ? interval : bounds < 0.75 ? { ...interval, min: null } : { ...interval, max: null };
  }
  return quality;
}

const trades = ['welding_en_iso_9606', 'atex', 'work_at_height', 'iso_17025'];

/** Supplies can do more than demands need, so that both answers turn up. */
function randomSkills(dice: Dice, { family }: ResourceType): string[] {
  if ((family !== 'service' && family !== 'logistics') || dice.chance(0.4)) return [];
  return dice.shuffled(trades).slice(0, dice.whole(1, 3));
}

/** Entries of the List of Waste without an asterisk. */
const harmlessCodes = ['070512', '100101', '100102', '100105', '100107', '190606', '190805', '170405', '150101'];

/** Entries that are hazardous whatever they contain: tank bottoms, oil fly ash. */
export const hazardousCodes = ['050103', '100104'];

function randomCodes(dice: Dice, type: ResourceType): string[] {
  if ((type.family !== 'material' && type.family !== 'organic') || dice.chance(0.5)) return [];
  if (dice.chance(0.2)) return [dice.pick(hazardousCodes)];
  return dice.shuffled(harmlessCodes).slice(0, dice.whole(1, 3));
}

function siteOf(site: StatedSite): Site {
  const { id, organizationId, longitude, latitude } = site;
  const point = longitude === null || latitude === null ? null : { longitude, latitude };
  return { id, organizationId, name: id, point, country: null, source: null };
}

const pricedPer: Readonly<Record<ResourceType['measure'], string>> = {
  energy: 'MWh',
  mass: 't',
  volume: 'm3',
  area: 'm2',
  time: 'h',
  count: 'pcs',
};

function flowOf(flow: StatedFlow): ResourceFlow {
  return {
    id: flow.id,
    siteId: flow.siteId,
    direction: flow.direction,
    type: flow.type,
    name: flow.id,
    quantity: { amount: flow.amount, unit: flow.unit, precision: flow.precision },
    availability: {
      hours: [...flow.hours].map((sign) => sign === '1'),
      months: [...flow.months].map((sign) => sign === '1'),
      validFrom: flow.validFrom,
      validTo: flow.validTo,
    },
    quality: flow.quality,
    qualityPrecision: null,
    codes: { ewc: flow.ewc, cpa: null, hs: null },
    price: flow.price === null ? null : { ...flow.price, per: pricedPer[resourceType(flow.type).measure] },
    disposalCost: null,
    limits: { maxDistanceKm: flow.maxDistanceKm, minYearlyAmount: flow.minYearlyAmount },
    ...(flow.skills.length === 0 ? {} : { skills: flow.skills }),
    source: null,
  };
}
