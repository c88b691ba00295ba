// A match told in order: two ends, why it fits, how good it is, what it is worth, when, under which rules.
// Built on the server from the API's answer; the page only draws it.
import type { ChainDetail } from '@crg/api-contract/chain';
import type { Family, Precision } from '@crg/api-contract/family';
import type { Flow } from '@crg/api-contract/flow';
import type { Band, Calendar, FlowEnd, Line, MatchDetail } from '@crg/api-contract/match';
import type { NearMiss } from '@crg/api-contract/near-miss';
import { isResourceType, resourceType } from '@crg/domain/taxonomy';
import { type ConverterStory, converterMade, converterStory, isChain } from './chain-story.ts';
import { type CorridorStory, corridorStory } from './corridor-story.ts';
import { familyLabel } from './families.ts';
import { naceOf, precisionOf } from './flow-facts.ts';
import { foreignFactors } from './foreign-factors.ts';
import { type Figure, figure, stated } from './format.ts';
import type { Made } from './made.ts';
import { moneyLines, type PartyStory, partyNames, partyStory } from './party-story.ts';
import { type PermitStory, permitStory } from './permit-story.ts';
import { madeOf, whoIs } from './provenance.ts';
import { type ScorePart, scoreParts } from './score-parts.ts';
import { type UncertaintyStory, uncertaintyStory } from './uncertainty-story.ts';
import { unitText } from './unit-text.ts';
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

/** A match, or a chain, whose supply serves through a converter. */
export interface MatchStory extends PairStory {
  /** null: the supply is used as it is. */
  readonly converter: ConverterStory | null;
  /** Of what arrives at the receiver; the supply's own where nothing is converted. */
  readonly deliveredFamily: Family;
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
  /** Supplier, receiver, society. */
  readonly parties: readonly PartyStory[];
  readonly corridor: CorridorStory;
  readonly uncertainty: UncertaintyStory;
  readonly co2TonnesPerYear: number;
  readonly co2: readonly Line[];
  /** CO2 factors of a country in which neither side stands, each a sentence's end. */
  readonly foreignFactors: readonly string[];
  /** What each company's own inventory changes by; never added to what is avoided. */
  readonly attributional: {
    readonly supplierTonnesPerYear: number;
    readonly receiverTonnesPerYear: number;
  };
  readonly permit: PermitStory;
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

export function matchStory(match: MatchDetail | ChainDetail): MatchStory {
  const { explanation } = match;
  const pair = pairStory(match, false);
  const use = isChain(match) ? match.converters[0] : undefined;
  return {
    ...pair,
    title: use ? `${pair.title}, through ${withArticle(use.label)}` : pair.title,
    converter: use ? converterStory(use, { supply: pair.typeLabel, demand: labelOf(match.demand.flow.type) }) : null,
    deliveredFamily: familyOf(match.demand.flow.type) ?? match.family,
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
    ...moneyLines(explanation.economics.lines),
    ...moneyStory(match),
    co2TonnesPerYear: match.co2_t_per_year,
    co2: explanation.co2.lines.filter(({ id }) => id !== 'net'),
    foreignFactors: foreignFactors(match),
    attributional: attributionalStory(match),
    permit: permitStory(match),
    time: {
      hours: explanation.time.common_hours_per_year,
      supply: explanation.time.supply,
      demand: explanation.time.demand,
      common: explanation.time.common,
    },
    made: use ? { ...madeOf(match), ...converterMade(use) } : madeOf(match),
    engine: explanation.engine,
    year: explanation.year,
  };
}

function moneyStory(match: MatchDetail): Pick<MatchStory, 'parties' | 'corridor' | 'uncertainty'> {
  const { economics, uncertainty } = match.explanation;
  const names = whoIs(match);
  return {
    parties: partyNames.flatMap((name) => {
      const party = economics.parties.find((one) => one.party === name);
      return party ? [partyStory(party, names[name])] : [];
    }),
    corridor: corridorStory(economics.corridor, match.common_quantity),
    uncertainty: uncertaintyStory(uncertainty),
  };
}

function attributionalStory({ explanation: { co2 } }: MatchDetail): MatchStory['attributional'] {
  const { supplier_t_per_year: supplier, receiver_t_per_year: receiver } = co2.attributional;
  return { supplierTonnesPerYear: supplier, receiverTonnesPerYear: receiver };
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

export function pairStory(pair: MatchDetail | ChainDetail | NearMiss, fixable: boolean): PairStory {
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

function priceText(price: { amount: number; currency?: string | null | undefined; per: string }): string {
  return `${price.amount} ${price.currency ?? 'EUR'}/${price.per}`;
}

/** Anaerobic digester -> an anaerobic digester; ORC stays as it is written. */
function withArticle(label: string): string {
  const name = /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;
}

function familyOf(type: string): Family | null {
  return isResourceType(type) ? resourceType(type).family : null;
}

function labelOf(type: string): string {
  return isResourceType(type) ? resourceType(type).label : type;
}
