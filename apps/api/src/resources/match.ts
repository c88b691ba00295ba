// Matches and near misses as the API shows them: the engine's answer with both ends resolved, and on demand explained.
import type {
  Calendar,
  Explanation,
  FlowEnd,
  Match as MatchResource,
  PermitRuling,
  Verdict as VerdictResource,
} from '@crg/api-contract/match';
import { matchId } from '@crg/api-contract/match-id';
import type { NearMiss as NearMissResource } from '@crg/api-contract/near-miss';
import { flowToWire } from '@crg/city-format/flow-wire';
import { matchToWire, nearMissToWire, verdictToWire } from '@crg/city-format/match-wire';
import { organizationToWire } from '@crg/city-format/organization-wire';
import { siteToWire } from '@crg/city-format/site-wire';
import type { Availability } from '@crg/domain/availability';
import type * as domain from '@crg/domain/match';
import { resourceType } from '@crg/domain/taxonomy';
import type { CityFactor } from '@crg/services/factors-named';
import type { FlowInPlace } from '@crg/services/flow-in-place';
import { co2Resource, economicsResource } from './economics.ts';
import type { Ends } from './ends.ts';
import { factorResource } from './factor.ts';
import { uncertaintyResource } from './uncertainty.ts';

export function matchResource(match: domain.Match, ends: Ends): MatchResource {
  return {
    id: matchId(match.supplyId, match.demandId),
    state: 'suggested',
    ...shownAs(ends),
    ...matchToWire(match),
    verdicts: match.verdicts.map(verdictResource),
    payback_years: match.economics.paybackYears,
    ...endResources(ends),
  };
}

export function nearMissResource(nearMiss: domain.NearMiss, ends: Ends): NearMissResource {
  return {
    id: matchId(nearMiss.supplyId, nearMiss.demandId),
    ...shownAs(ends),
    ...nearMissToWire(nearMiss),
    distance_km: nearMiss.distanceKm,
    verdicts: nearMiss.verdicts.map(verdictResource),
    ...endResources(ends),
  };
}

/** Every number of a match with the way it was made. */
export function explanation(
  match: domain.Match,
  ends: Ends,
  run: {
    engine: string;
    year: number;
    weights: Readonly<Record<string, number>>;
    factors: readonly CityFactor[];
    uncertainty: domain.PairUncertainty;
    openPapers: readonly domain.OpenPaper[];
  },
): Explanation {
  const { economics } = match;
  return {
    engine: run.engine,
    year: run.year,
    weights: { ...run.weights },
    economics: economicsResource(economics),
    uncertainty: uncertaintyResource(run.uncertainty),
    co2: co2Resource(economics),
    factors: run.factors.map(factorResource),
    permit: permit(match.verdicts, run.openPapers),
    route: { distance_km: match.distanceKm, route_km: economics.routeKm, transport: economics.transportMode },
    time: {
      common_hours_per_year: match.commonHours,
      supply: calendar(ends.supply.flow.availability),
      demand: calendar(ends.demand.flow.availability),
      common: calendar(common(ends.supply.flow.availability, ends.demand.flow.availability)),
    },
  };
}

/** A pair is shown under the type of its supply. */
function shownAs({ supply }: Ends) {
  const { family, id } = resourceType(supply.flow.type);
  return { family, type: id };
}

/** Both flows with their sites and owners. */
export function endResources({ supply, demand }: Ends): { supply: FlowEnd; demand: FlowEnd } {
  return { supply: flowEnd(supply), demand: flowEnd(demand) };
}

function flowEnd({ flow, site, organization }: FlowInPlace): FlowEnd {
  return { flow: flowToWire(flow), site: siteToWire(site), organization: organizationToWire(organization) };
}

export function verdictResource(verdict: domain.Verdict): VerdictResource {
  return { ...verdictToWire(verdict), text: verdict.text };
}

function permit(verdicts: readonly domain.Verdict[], openPapers: readonly domain.OpenPaper[]): Explanation['permit'] {
  const verdict = verdicts.find(({ judge }) => judge === 'permit');
  if (verdict?.permit === undefined) throw new Error('Expected every match to carry a permit verdict, got one without');
  const open = openPapers.map(({ paper, ifYes, ifNo }) => ({ fact: paper, if_yes: ifYes, if_no: ifNo }));
  return { outcome: verdict.permit, rulings: (verdict.rules ?? []).map(ruling), open };
}

function ruling(given: domain.PermitRuling): PermitRuling {
  const { rule, version, jurisdiction, clause, validFrom, outcome, text, factsUsed, factsMissing } = given;
  const facts = { facts_used: [...factsUsed], facts_missing: [...factsMissing] };
  return { rule, version, jurisdiction, clause, valid_from: validFrom, outcome, text, ...facts };
}

function calendar({ hours, months, validFrom, validTo }: Availability): Calendar {
  return { hours: bits(hours), months: bits(months), valid_from: validFrom, valid_to: validTo };
}

const bits = (marks: readonly boolean[]) => marks.map((marked) => (marked ? '1' : '0')).join('');

function common(one: Availability, other: Availability): Availability {
  return {
    hours: one.hours.map((runs, hour) => runs && other.hours[hour] === true),
    months: one.months.map((runs, month) => runs && other.months[month] === true),
    // ISO dates sort as text; an open end never limits.
    validFrom:
      [one.validFrom, other.validFrom]
        .filter((date) => date !== null)
        .sort()
        .at(-1) ?? null,
    validTo: [one.validTo, other.validTo].filter((date) => date !== null).sort()[0] ?? null,
  };
}
