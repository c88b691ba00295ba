// A second opinion on every pair, written from the file format and the engine's rules alone: it shares no code with the engine.
// Its distance, calendar and units are its own; where the contract leaves a rounding open it says `borderline` instead of guessing.
import { type ResourceType, resourceType } from '@crg/domain/taxonomy';
import { hazardousCodes, type StatedCity, type StatedFlow, type StatedSite } from './random-city.ts';

export interface Opinion {
  readonly feasible: 'yes' | 'no' | 'borderline';
  /** Constraints that certainly fail. */
  readonly failed: readonly string[];
  readonly distanceKm: number | null;
  readonly commonHours: number;
  /** Per year, in the demand type's yearly unit. */
  readonly commonAmount: number;
}

/** One supply against one demand of the city; `borderline` when a limit is met to within rounding or within the bounds of a pipe's loss. */
export function secondOpinion(city: StatedCity, supply: StatedFlow, demand: StatedFlow): Opinion {
  const from = siteOf(city, supply);
  const to = siteOf(city, demand);
  const failed: string[] = [];
  const open: string[] = [];
  const note = (constraint: string, answer: Answer) => {
    if (answer === 'no') failed.push(constraint);
    if (answer === 'borderline') open.push(constraint);
  };

  if (from.organizationId === to.organizationId) failed.push('organization');
  note('type', typesFit(supply, demand));
  note('skills', skillsSuffice(supply, demand) ? 'yes' : 'no');
  const distanceKm = separationKm(from, to);
  note('distance', distanceKm === null ? 'no' : compareTo(distanceKm, reachOf(supply, demand), 'at_most'));
  const hours = sharedHours(supply, demand, city.year);
  note('time', hours > 0 && shareADay(supply, demand, city.year) ? 'yes' : 'no');
  const commonAmount = sharedAmount(supply, demand, city.year, hours);
  note('quantity', lotsReached(supply, demand, { amount: commonAmount, hours, year: city.year }));
  for (const parameter of resourceType(demand.type).parameters) {
    note(`quality.${parameter.id}`, qualityFits(parameter, supply, demand, distanceKm ?? 0, city.year));
  }
  note('permit', isProhibited(city, supply, demand, to) ? 'no' : 'yes');
  const feasible = failed.length > 0 ? 'no' : open.length > 0 ? 'borderline' : 'yes';
  return { feasible, failed, distanceKm, commonHours: hours, commonAmount };
}

type Answer = 'yes' | 'no' | 'borderline';

/** Equal to within 1e-9 of the limit is nobody's to decide: two right computations differ there. */
function compareTo(value: number, limit: number, sense: 'at_most' | 'at_least'): Answer {
  if (Math.abs(value - limit) <= 1e-9 * Math.max(1, Math.abs(limit))) return value === limit ? 'yes' : 'borderline';
  return value < limit === (sense === 'at_most') ? 'yes' : 'no';
}

function siteOf(city: StatedCity, flow: StatedFlow): StatedSite {
  const site = city.sites.find((candidate) => candidate.id === flow.siteId);
  if (site === undefined) throw new Error(`expected a site of ${flow.id}, got ${flow.siteId}`);
  return site;
}

function typesFit(supply: StatedFlow, demand: StatedFlow): Answer {
  const direct = supply.type === demand.type || resourceType(demand.type).accepts.includes(supply.type);
  if (!direct) return 'no';
  if (supply.ewc.length === 0 || demand.ewc.length === 0) return 'yes';
  return supply.ewc.some((code) => demand.ewc.includes(code)) ? 'yes' : 'no';
}

/** Who names no skills rejects nobody; of two that do, the supply must have all that the demand names. */
function skillsSuffice(supply: StatedFlow, demand: StatedFlow): boolean {
  if (supply.skills.length === 0) return true;
  return !demand.skills.some((needed) => !supply.skills.includes(needed));
}

// ── Distance: the contract's chord + d^3/(24 a^2), with the chord from reduced latitudes and half angles, not from coordinates ──

const equator = 6378.137;
const pole = equator * (1 - 1 / 298.257223563);

/** Kilometres between two sites, null where a place is unknown. */
export function separationKm(from: StatedSite, to: StatedSite): number | null {
  if (from.longitude === null || from.latitude === null || to.longitude === null || to.latitude === null) return null;
  const degree = Math.PI / 180;
  const reduced = (latitude: number) => {
    const [sine, cosine] = [pole * Math.sin(latitude * degree), equator * Math.cos(latitude * degree)];
    const length = Math.hypot(sine, cosine);
    return { sine: sine / length, cosine: cosine / length };
  };
  const [one, two] = [reduced(from.latitude), reduced(to.latitude)];
  const halfTurn = Math.sin(((to.longitude - from.longitude) * degree) / 2);
  const outward = equator * (two.cosine - one.cosine);
  const around = 2 * equator * halfTurn * Math.sqrt(one.cosine * two.cosine);
  const upward = pole * (two.sine - one.sine);
  const chord = Math.hypot(outward, around, upward);
  return chord + chord ** 3 / (24 * equator ** 2);
}

function reachOf(supply: StatedFlow, demand: StatedFlow): number {
  const stated = [supply.maxDistanceKm, demand.maxDistanceKm].filter((limit) => limit !== null);
  if (stated.length > 0) return Math.min(...stated);
  return Math.min(resourceType(supply.type).reachKm, resourceType(demand.type).reachKm);
}

// ── Time: counted hour by hour from the strings ──

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(month: number, year: number): number {
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return (monthLengths[month] as number) + (leap && month === 1 ? 1 : 0);
}

function openDays(one: string, two: string, year: number): number {
  let days = 0;
  for (let month = 0; month < 12; month++) if (one[month] === '1' && two[month] === '1') days += daysIn(month, year);
  return days;
}

/** Hours a year in which both run: weeks of the common months times common hours of the week. */
function sharedHours(one: StatedFlow, two: StatedFlow, year: number): number {
  let weekHours = 0;
  for (let hour = 0; hour < 168; hour++) if (one.hours[hour] === '1' && two.hours[hour] === '1') weekHours++;
  return (openDays(one.months, two.months, year) * weekHours) / 7;
}

/** ISO dates order as text. */
function shareADay(one: StatedFlow, two: StatedFlow, year: number): boolean {
  const first = [`${year}-01-01`, one.validFrom ?? '', two.validFrom ?? ''].sort()[2] as string;
  const last = [`${year}-12-31`, one.validTo ?? '9999', two.validTo ?? '9999'].sort()[0] as string;
  return first <= last;
}

// ── Amounts ──

/** Worth of one stated unit in the measure's base unit (kW, t/h, m3/h, m2, h, pcs/h), and whether it is a yearly sum. */
const units: Readonly<Record<string, { readonly worth: number; readonly yearly: boolean }>> = {
  kW: { worth: 1, yearly: false },
  MW: { worth: 1000, yearly: false },
  'kWh/a': { worth: 1, yearly: true },
  'MWh/a': { worth: 1000, yearly: true },
  'GWh/a': { worth: 1e6, yearly: true },
  't/h': { worth: 1, yearly: false },
  'kg/h': { worth: 0.001, yearly: false },
  't/a': { worth: 1, yearly: true },
  't/yr': { worth: 1, yearly: true },
  'm3/h': { worth: 1, yearly: false },
  'm3/a': { worth: 1, yearly: true },
  'm3/year': { worth: 1, yearly: true },
  m2: { worth: 1, yearly: false },
  'h/a': { worth: 1, yearly: true },
  'pcs/h': { worth: 1, yearly: false },
  'pcs/a': { worth: 1, yearly: true },
};

/** Base units per hour while the flow runs; 0 for a yearly sum with no hour to flow in. */
function hourlyRate(flow: StatedFlow, year: number): number {
  const { worth, yearly } = unitOf(flow);
  const own = sharedHours(flow, flow, year);
  if (!yearly) return flow.amount * worth;
  return own === 0 ? 0 : (flow.amount * worth) / own;
}

function unitOf(flow: StatedFlow): { readonly worth: number; readonly yearly: boolean } {
  const unit = units[flow.unit];
  if (unit === undefined) throw new Error(`expected a unit of the generator, got ${flow.unit}`);
  return unit;
}

/** Yearly unit per base unit held for the hours: MWh from kW, average m2 over a year of 8,760 h from m2. */
function yearlyWorth(type: ResourceType, hours: number): number {
  if (type.measure === 'energy') return hours / 1000;
  return type.measure === 'area' ? Math.min(1, hours / 8760) : hours;
}

/** What the flow comes to in the hours, a yearly sum by its share: all of its hours give all of it, without rounding. */
function amountWithin(flow: StatedFlow, year: number, hours: number): number {
  const { worth, yearly } = unitOf(flow);
  const type = resourceType(flow.type);
  if (!yearly) return flow.amount * worth * yearlyWorth(type, hours);
  const own = sharedHours(flow, flow, year);
  const scale = type.measure === 'energy' ? worth / 1000 : worth;
  return own === 0 ? 0 : flow.amount * scale * (hours / own);
}

function sharedAmount(supply: StatedFlow, demand: StatedFlow, year: number, hours: number): number {
  return Math.min(amountWithin(supply, year, hours), amountWithin(demand, year, hours));
}

function lotsReached(supply: StatedFlow, demand: StatedFlow, { amount, hours, year }: Shared): Answer {
  // Where nothing flows there is nothing to exchange, whatever the lots.
  if (amount === 0) return 'no';
  const lot = Math.max(supply.minYearlyAmount ?? 0, demand.minYearlyAmount ?? 0);
  if (amount !== lot) return compareTo(amount, lot, 'at_least');
  // A flow used whole meets a lot of its own size exactly; a share of one meets it to within rounding.
  const isWhole = (flow: StatedFlow) =>
    sharedHours(flow, flow, year) === hours && amountWithin(flow, year, hours) === amount;
  return isWhole(supply) || isWhole(demand) ? 'yes' : 'borderline';
}

interface Shared {
  readonly amount: number;
  readonly hours: number;
  readonly year: number;
}

// ── Quality: the demand type's parameters, by kind ──

function qualityFits(
  parameter: ResourceType['parameters'][number],
  supply: StatedFlow,
  demand: StatedFlow,
  distanceKm: number,
  year: number,
): Answer {
  const has = supply.quality[parameter.id];
  const needs = demand.quality[parameter.id];
  if (has === undefined || needs === undefined) return 'yes';
  if (parameter.kind === 'window') {
    const low = Math.max(has.min ?? -Infinity, needs.min ?? -Infinity);
    return low <= Math.min(has.max ?? Infinity, needs.max ?? Infinity) ? 'yes' : 'no';
  }
  const guaranteed = parameter.kind === 'at_least' ? has.min : has.max;
  const required = parameter.kind === 'at_least' ? needs.min : needs.max;
  if (guaranteed === null || required === null) return 'yes';
  const spare = (parameter.kind === 'at_least' ? guaranteed - required : required - guaranteed) - parameter.allowance;
  if (spare !== 0 && Math.abs(spare) < 1e-9) return 'borderline';
  if (spare < 0) return 'no';
  if (distanceKm === 0) return 'yes';
  if (parameter.id === 'pressure_bar') return spare >= worstPressureLoss(supply, guaranteed) ? 'yes' : 'borderline';
  if (parameter.id !== 'temperature_c') return 'yes';
  return spare >= worstLossKelvin(supply, demand, { guaranteed, distanceKm, year }) ? 'yes' : 'borderline';
}

/**
 * More than any pipe of the kind loses on the way, so that the true loss lies between 0 and this: poorest insulation of the
 * pipe table, longest detour, coldest ground, and the small mass flow of a receiver that cools the water all the way down.
 * Energy types only; water and goods change hands at the temperature they are stated with.
 */
function worstLossKelvin(
  supply: StatedFlow,
  demand: StatedFlow,
  { guaranteed, distanceKm, year }: { guaranteed: number; distanceKm: number; year: number },
): number {
  const { family } = resourceType(demand.type);
  if (family !== 'heat' && family !== 'steam' && family !== 'cooling') return 0;
  const kilowattPerMetreKelvin = 0.347e-3 * (supply.type === 'heat.steam' ? 3 : 1);
  const surroundings = family === 'cooling' ? 30 : 0;
  const difference = Math.abs(guaranteed - surroundings);
  const kilowatt = Math.min(hourlyRate(supply, year), hourlyRate(demand, year));
  const kilowattPerKelvin = kilowatt / Math.max(difference, 30);
  const metres = distanceKm * 1000 * 1.7;
  return difference * (1 - Math.exp((-kilowattPerMetreKelvin * metres) / kilowattPerKelvin));
}

/** A pipe for steam or gas is laid wide enough to lose no more than a tenth of its pressure, whatever it carries and how far. */
function worstPressureLoss(supply: StatedFlow, guaranteed: number): number {
  const { family } = resourceType(supply.type);
  return family === 'steam' || family === 'gas' ? 0.1001 * guaranteed : 0;
}

// ── Permits: only what is certain to be forbidden; everything else stays visible ──

/** Hazardous waste to food, feed or soil; sludge and digestate above the highest cadmium limit of Directive 86/278/EEC to land. */
function isProhibited(city: StatedCity, supply: StatedFlow, demand: StatedFlow, to: StatedSite): boolean {
  const nace = city.organizations.find(({ id }) => id === to.organizationId)?.nace ?? '';
  const farm = nace.startsWith('01');
  const food = nace.startsWith('10');
  if ((farm || food) && supply.ewc.some((code) => hazardousCodes.includes(code))) return true;
  const cadmium = supply.quality.cadmium_mg_kg?.max ?? null;
  return farm && resourceType(demand.type).family === 'organic' && cadmium !== null && cadmium > 40;
}
