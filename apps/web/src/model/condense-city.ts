// From the API's pairs to what the city screen needs of them, on the server: lists shrink to a tenth.
import type { Chain } from '@crg/api-contract/chain';
import type { FlowEnd, Match } from '@crg/api-contract/match';
import type { NearMiss } from '@crg/api-contract/near-miss';
import { weakerPrecision } from '@crg/domain/quantity';
import { isResourceType, resourceType } from '@crg/domain/taxonomy';
import { precisionOf } from '@crg/story/flow-facts';
import { markOf, strip } from '@crg/story/verdict-marks';
import type { Entry, EntryEnd } from './entry.ts';
import { commonTime, runningTime, runsAt } from './running-time.ts';
import type { Span, ViewState } from './view-state.ts';

export function entryOfMatch(match: Match): Entry {
  return { ...pairOf(match), ...worthOf(match), kind: 'match', through: null };
}

export function entryOfChain(chain: Chain): Entry {
  return { ...pairOf(chain), ...worthOf(chain), kind: 'chain', through: chain.converters[0]?.label ?? null };
}

export function entryOfNearMiss(miss: NearMiss): Entry {
  const [cheapest] = [...miss.changes].sort((a, b) => a.cost_eur_per_year - b.cost_eur_per_year);
  return {
    ...pairOf(miss),
    kind: 'near_miss',
    quantity: null,
    eurPerYear: null,
    co2TonnesPerYear: null,
    score: null,
    terms: null,
    through: null,
    change: cheapest ? { kind: cheapest.kind, detail: cheapest.detail, eurPerYear: cheapest.cost_eur_per_year } : null,
  };
}

/** Filters of a view that the API's list of chains does not know. */
export function chainPasses(chain: Chain, view: ViewState): boolean {
  return pairPasses(chain, view) && within(chain.score, view.score) && within(chain.margin_eur_per_year, view.valueEur);
}

/** Filters of a view that the API's list of near misses does not know; values and scores a near miss has none of. */
export function nearMissPasses(miss: NearMiss, view: ViewState): boolean {
  return pairPasses(miss, view);
}

function within(value: number, { from, to }: Span): boolean {
  return (from === null || value >= from) && (to === null || value <= to);
}

function worthOf(match: Match | Chain) {
  return {
    quantity: match.common_quantity,
    eurPerYear: match.margin_eur_per_year,
    co2TonnesPerYear: match.co2_t_per_year,
    score: match.score,
    terms: match.terms,
    change: null,
  };
}

function pairPasses({ family, distance_km: distance, supply, demand }: Chain | NearMiss, view: ViewState): boolean {
  return (
    view.families.includes(family) &&
    (view.maxDistanceKm === null || distance <= view.maxDistanceKm) &&
    view.precisions.includes(weakerPrecision(precisionOf(supply.flow), precisionOf(demand.flow))) &&
    runsAt(
      commonTime(runningTime(supply.flow.availability), runningTime(demand.flow.availability)),
      view.month,
      view.hour,
    )
  );
}

function pairOf(pair: Match | Chain | NearMiss) {
  const { supply, demand } = pair;
  return {
    id: pair.id,
    family: pair.family,
    typeLabel: isResourceType(pair.type) ? resourceType(pair.type).label : pair.type,
    supply: endOf(supply),
    demand: endOf(demand),
    distanceKm: pair.distance_km,
    precision: weakerPrecision(precisionOf(supply.flow), precisionOf(demand.flow)),
    marks: strip.map((judge) => markOf(pair.verdicts, judge, 'changes' in pair && pair.changes.length > 0)),
  };
}

function endOf({ flow, site, organization }: FlowEnd): EntryEnd {
  return {
    flowId: flow.id,
    siteId: site.id,
    name: organization.name || site.name || site.id,
    flow: flow.name || flow.type,
    place:
      typeof site.longitude === 'number' && typeof site.latitude === 'number'
        ? { longitude: site.longitude, latitude: site.latitude }
        : null,
  };
}
