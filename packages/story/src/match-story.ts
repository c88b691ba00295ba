// A match told in order: two ends, why it fits, how good it is, what it is worth, when, under which rules.
// Built on the server from the API's answer; the page only draws it.
import type { Family, Precision } from '@crg/api-contract/family';
import type { Flow } from '@crg/api-contract/flow';
import type { Band, Calendar, FlowEnd, Line, MatchDetail, PermitOutcome, PermitRuling } from '@crg/api-contract/match';
import type { NearMiss } from '@crg/api-contract/near-miss';
import { isResourceType, resourceType } from '@crg/domain/taxonomy';
import { familyLabel } from './families.ts';
import { naceOf, precisionOf } from './flow-facts.ts';
import { type Figure, figure, stated } from './format.ts';
import { type Made, madeOf } from './provenance.ts';
import { type ScorePart, scoreParts } from './score-parts.ts';
import { markOf, strip, type VerdictMark } from './verdict-marks.ts';
import { type VerdictRow, verdictRows } from './verdict-rows.ts';

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly precision: Precision | null;
}

export interface EndStory {
  readonly id: string;
  readonly role: 'supply' | 'demand';
  readonly name: string;
  readonly nace: string;
  readonly site: string;
  readonly flow: string;
  readonly facts: readonly Fact[];
  /** `from 1993, end not stated` */
  readonly validity: string;
  readonly source: string;
  readonly certainty: string;
}

export interface PairStory {
  readonly id: string;
  readonly family: Family;
  readonly title: string;
  readonly typeLabel: string;
  readonly supply: EndStory;
  readonly demand: EndStory;
  readonly distanceKm: number;
  readonly marks: readonly VerdictMark[];
  readonly verdicts: readonly VerdictRow[];
}

export interface MatchStory extends PairStory {
  readonly rank: number;
  readonly quantity: Figure;
  readonly routeKm: number;
  readonly transport: 'pipe' | 'truck' | 'wire' | 'visit';
  readonly score: number;
  readonly parts: readonly ScorePart[];
  readonly marginEurPerYear: number;
  readonly npvEur: Band;
  readonly investmentEur: Band;
  readonly paybackYears: number | null;
  /** Lines of EUR a year, the sums last. */
  readonly yearly: readonly Line[];
  /** Lines of EUR once. */
  readonly built: readonly Line[];
  readonly co2TonnesPerYear: number;
  readonly co2: readonly Line[];
  readonly permit: { readonly outcome: PermitOutcome; readonly rulings: readonly PermitRuling[] };
  readonly time: {
    readonly hours: number;
    readonly supply: Calendar;
    readonly demand: Calendar;
    readonly common: Calendar;
  };
  readonly made: Readonly<Record<string, Made>>;
  readonly engine: string;
  readonly year: number;
}

export interface NearMissStory extends PairStory {
  readonly failed: readonly string[];
  readonly changes: NearMiss['changes'];
}

export function matchStory(match: MatchDetail): MatchStory {
  const { explanation } = match;
  return {
    ...pairStory(match, false),
    rank: match.rank,
    quantity: figure(match.common_quantity),
    routeKm: explanation.route.route_km,
    transport: explanation.route.transport,
    score: match.score,
    parts: scoreParts(match.terms, explanation.weights),
    marginEurPerYear: match.margin_eur_per_year,
    npvEur: match.npv_eur,
    investmentEur: explanation.economics.investment_eur,
    paybackYears: explanation.economics.payback_years,
    yearly: explanation.economics.lines.filter(({ unit }) => unit === 'EUR/a'),
    built: explanation.economics.lines.filter(({ unit }) => unit === 'EUR'),
    co2TonnesPerYear: match.co2_t_per_year,
    co2: explanation.co2.lines.filter(({ id }) => id !== 'net'),
    permit: explanation.permit,
    time: {
      hours: explanation.time.common_hours_per_year,
      supply: explanation.time.supply,
      demand: explanation.time.demand,
      common: explanation.time.common,
    },
    made: madeOf(match),
    engine: explanation.engine,
    year: explanation.year,
  };
}

export function nearMissStory(miss: NearMiss): NearMissStory {
  return { ...pairStory(miss, miss.changes.length > 0), failed: miss.failed, changes: miss.changes };
}

/** `from 1993, end not stated`; both ends open: `not stated`. */
export function validityText(availability: Flow['availability']): string {
  const from = availability?.valid_from;
  const to = availability?.valid_to;
  if (!from && !to) return 'start and end not stated';
  return `${from ? `from ${dateText(from)}` : 'start not stated'}, ${to ? `until ${dateText(to)}` : 'end not stated'}`;
}

/** A first of January stands for a year nobody knows better than that. */
function dateText(date: string): string {
  return date.endsWith('-01-01') || date.endsWith('-12-31') ? date.slice(0, 4) : date;
}

function pairStory(pair: MatchDetail | NearMiss, fixable: boolean): PairStory {
  const supply = endStory(pair.supply);
  const demand = endStory(pair.demand);
  return {
    id: pair.id,
    family: pair.family,
    title: `${familyLabel(pair.family)} from ${supply.name} to ${demand.name}`,
    typeLabel: labelOf(pair.type),
    supply,
    demand,
    distanceKm: pair.distance_km,
    marks: strip.map((judge) => markOf(pair.verdicts, judge, fixable)),
    verdicts: verdictRows(pair.verdicts, pair.demand.flow.type, 'terms' in pair ? pair.terms.quantity : null, fixable),
  };
}

function endStory({ flow, site, organization }: FlowEnd): EndStory {
  const nace = naceOf(organization);
  return {
    id: flow.id,
    role: flow.direction,
    name: organization.name || organization.id,
    nace: nace.length === 0 ? 'NACE not stated' : `NACE ${nace.join(', ')}`,
    site: site.name || site.id,
    flow: flow.name || labelOf(flow.type),
    facts: factsOf(flow),
    validity: validityText(flow.availability),
    source: stated(flow.source?.reference),
    certainty: stated(flow.source?.certainty),
  };
}

function factsOf(flow: Flow): readonly Fact[] {
  const { value, unit } = figure(flow.quantity);
  const rate = !flow.quantity.unit.endsWith('/a');
  const facts: Fact[] = [
    { label: rate ? 'Rate while running' : 'Quantity', value: `${value} ${unit}`, precision: precisionOf(flow) },
    ...qualityFacts(flow),
  ];
  if (flow.price)
    facts.push({
      label: flow.direction === 'supply' ? 'Wants' : 'Pays today',
      value: priceText(flow.price),
      precision: null,
    });
  if (flow.disposal_cost)
    facts.push({ label: 'Pays to dispose', value: priceText(flow.disposal_cost), precision: null });
  const limit = flow.limits?.max_distance_km;
  if (typeof limit === 'number') facts.push({ label: 'Own limit', value: `${limit} km`, precision: null });
  const ewc = flow.codes?.ewc;
  if (ewc && ewc.length > 0) facts.push({ label: 'List of Waste', value: [ewc].flat().join(', '), precision: null });
  return facts;
}

function qualityFacts(flow: Flow): readonly Fact[] {
  const parameters = isResourceType(flow.type) ? resourceType(flow.type).parameters : [];
  return Object.entries(flow.quality ?? {}).flatMap(([id, interval]) => {
    if (!interval) return [];
    const known = parameters.find((parameter) => parameter.id === id);
    const unit = unitText(known?.unit ?? '');
    return [
      {
        label: known?.label ?? id,
        value: `${intervalText(interval.min ?? null, interval.max ?? null)} ${unit}`.trim(),
        precision: flow.quality_precision ?? precisionOf(flow),
      },
    ];
  });
}

function intervalText(min: number | null, max: number | null): string {
  if (min !== null && max !== null) return min === max ? `${min}` : `${min} to ${max}`;
  if (min !== null) return `at least ${min}`;
  return max === null ? 'not stated' : `at most ${max}`;
}

/** UCUM spellings as people read them. */
export function unitText(unit: string): string {
  const words: Readonly<Record<string, string>> = {
    Cel: '°C',
    '%': '%',
    '1': '',
    'h/a': 'h/yr',
    'EUR/a': 'EUR/yr',
    't/a': 't/yr',
  };
  return words[unit] ?? unit.replace('m3', 'm³').replace('/a', '/yr');
}

function priceText(price: { amount: number; currency?: string | null | undefined; per: string }): string {
  return `${price.amount} ${price.currency ?? 'EUR'}/${price.per}`;
}

function labelOf(type: string): string {
  return isResourceType(type) ? resourceType(type).label : type;
}
