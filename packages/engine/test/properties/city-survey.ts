// Runs the engine over many random cities and holds every answer against the second judge; the counts show that something was judged.
import type { City, ResourceFlow } from '@crg/domain/flow';
import type { MatchRun } from '@crg/domain/match';
import { qualityParameter, resourceType } from '@crg/domain/taxonomy';
import { matchCity } from '@crg/engine/match-city';
import { cityOf, type Dice, diceOf, randomCity, type StatedCity, type StatedFlow } from './random-city.ts';
import { type Opinion, secondOpinion } from './second-judge.ts';

export interface Survey {
  cities: number;
  pairsJudged: number;
  feasible: number;
  /** Pairs the second judge leaves open: within rounding of a limit, or within the bounds of a pipe's loss. */
  borderline: number;
  matches: number;
  nearMisses: number;
  /** Feasible pairs by family of the demand's type. */
  readonly feasibleByFamily: Record<string, number>;
  /** Rejected pairs by the only constraint that failed: each constraint has to be the one that decides, often. */
  readonly decidedBy: Record<string, number>;
  tightened: number;
  pairsLostByTightening: number;
  /** What went against a property, by property; each entry names seed and pair. */
  readonly broken: Record<Property, string[]>;
}

export type Property =
  | 'sound'
  | 'complete'
  | 'numbers'
  | 'shuffled'
  | 'tighter'
  | 'prefix'
  | 'ordered'
  | 'apart'
  | 'near_miss'
  | 'placed';

export function surveyCities(seeds: { readonly first: number; readonly count: number }): Survey {
  const survey: Survey = {
    cities: 0,
    pairsJudged: 0,
    feasible: 0,
    borderline: 0,
    matches: 0,
    nearMisses: 0,
    feasibleByFamily: {},
    decidedBy: {},
    tightened: 0,
    pairsLostByTightening: 0,
    broken: {
      sound: [],
      complete: [],
      numbers: [],
      shuffled: [],
      tighter: [],
      prefix: [],
      ordered: [],
      apart: [],
      near_miss: [],
      placed: [],
    },
  };
  for (let seed = seeds.first; seed < seeds.first + seeds.count; seed++) surveyCity(seed, survey);
  return survey;
}

/** More than any supply of a random city can have, so that no list is cut. */
const everything = 100;

function surveyCity(seed: number, survey: Survey): void {
  const stated = randomCity(seed);
  const city = cityOf(stated);
  const dice = diceOf(seed ^ 0x5eed);
  const run = matchCity(city, { k: everything });
  survey.cities++;
  survey.matches += run.matches.length;
  survey.nearMisses += run.nearMisses.length;
  const complain = (property: Property, what: string) => survey.broken[property].push(`seed ${seed}: ${what}`);

  comparePairs(stated, run, survey, complain);
  checkOrder(run, complain);
  checkPlaces(stated, run, complain);
  compareShuffled(city, run, dice, complain);
  compareShorter(city, run, dice.pick([1, 2, 3, 5, 20]), complain);
  compareTighter(city, run, dice, survey, complain);
}

type Complain = (property: Property, what: string) => void;

function comparePairs(stated: StatedCity, run: MatchRun, survey: Survey, complain: Complain): void {
  const matches = new Map(run.matches.map((match) => [pairKey(match.supplyId, match.demandId), match]));
  const missed = new Map(run.nearMisses.map((near) => [pairKey(near.supplyId, near.demandId), near]));
  if (matches.size !== run.matches.length) complain('sound', 'a pair is listed twice');
  let known = 0;
  for (const [supply, demand] of pairsOf(stated)) {
    const key = pairKey(supply.id, demand.id);
    const match = matches.get(key);
    const opinion = secondOpinion(stated, supply, demand);
    count(survey, opinion, demand);
    if (match !== undefined) known++;
    if (match !== undefined && opinion.failed.length > 0) complain('sound', `${key} matched, yet ${opinion.failed}`);
    if (match !== undefined && opinion.failed.includes('organization')) complain('apart', key);
    if (match === undefined && opinion.feasible === 'yes') complain('complete', `${key} fits and is not listed`);
    if (match !== undefined) {
      const numbers = [
        [match.distanceKm, opinion.distanceKm ?? Number.NaN],
        [match.commonHours, opinion.commonHours],
        [match.commonQuantity.amount, opinion.commonAmount],
      ] as const;
      if (numbers.some(([ours, theirs]) => !close(ours, theirs)))
        complain('numbers', `${key} ${JSON.stringify(numbers)}`);
    }
    const near = missed.get(key);
    if (near === undefined) continue;
    if (opinion.feasible === 'yes') complain('near_miss', `${key} is no miss`);
    // Where they never run at once, the second judge also finds that nothing flows.
    const told: readonly string[] = near.failed.includes('time') ? [...near.failed, 'quantity'] : near.failed;
    const certain = opinion.failed.filter((constraint) => !told.includes(constraint));
    if (certain.length > 0) complain('near_miss', `${key} fails ${certain} too`);
  }
  if (known !== matches.size) complain('sound', 'a match is of no supply and demand of the city');
}

function count(survey: Survey, opinion: Opinion, demand: StatedFlow): void {
  survey.pairsJudged++;
  if (opinion.feasible === 'borderline') survey.borderline++;
  if (opinion.feasible === 'yes') {
    survey.feasible++;
    add(survey.feasibleByFamily, resourceType(demand.type).family);
  }
  const [only, ...others] = opinion.failed;
  if (only !== undefined && others.length === 0) add(survey.decidedBy, only);
}

function add(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

/** By supply id, then rank; ranks count from 1 by score, ties by demand id. */
function checkOrder(run: MatchRun, complain: Complain): void {
  run.matches.forEach((match, index) => {
    const previous = run.matches[index - 1];
    const first = previous === undefined || previous.supplyId !== match.supplyId;
    if (match.rank !== (first ? 1 : previous.rank + 1)) complain('ordered', `${match.supplyId} rank ${match.rank}`);
    if (previous === undefined) return;
    const inOrder = first
      ? previous.supplyId < match.supplyId
      : previous.score > match.score || (previous.score === match.score && previous.demandId < match.demandId);
    if (!inOrder) complain('ordered', `${pairKey(previous.supplyId, previous.demandId)} before ${match.demandId}`);
  });
}

function checkPlaces(stated: StatedCity, run: MatchRun, complain: Complain): void {
  const homeless = new Set(stated.sites.filter(({ latitude }) => latitude === null).map(({ id }) => id));
  const expected = stated.flows.filter(({ siteId }) => homeless.has(siteId)).map(({ id }) => id);
  const told = run.notices.filter(({ code }) => code === 'no_place').map(({ flowId }) => flowId);
  if (JSON.stringify(expected.sort()) !== JSON.stringify(told.sort()))
    complain('placed', `${expected} against ${told}`);
}

function compareShuffled(city: City, run: MatchRun, dice: Dice, complain: Complain): void {
  const mixed = matchCity(
    {
      ...city,
      organizations: dice.shuffled(city.organizations),
      sites: dice.shuffled(city.sites),
      flows: dice.shuffled(city.flows),
    },
    { k: everything },
  );
  if (JSON.stringify(mixed) !== JSON.stringify(run)) complain('shuffled', `${differingPart(mixed, run)} differ`);
}

function differingPart(one: MatchRun, two: MatchRun): string {
  const parts = ['matches', 'nearMisses', 'notices'] as const;
  return parts.filter((part) => JSON.stringify(one[part]) !== JSON.stringify(two[part])).join(', ');
}

function compareShorter(city: City, run: MatchRun, k: number, complain: Complain): void {
  const short = matchCity(city, { k });
  const beginning = run.matches.filter(({ rank }) => rank <= k);
  if (JSON.stringify(short.matches) !== JSON.stringify(beginning)) complain('prefix', `k = ${k} is no beginning`);
  if (JSON.stringify(short.nearMisses) !== JSON.stringify(run.nearMisses))
    complain('prefix', `k = ${k} moves near misses`);
}

function compareTighter(city: City, run: MatchRun, dice: Dice, survey: Survey, complain: Complain): void {
  const before = new Set(run.matches.map((match) => pairKey(match.supplyId, match.demandId)));
  const flows = city.flows.map((flow) => (dice.chance(0.5) ? tightened(flow, city.year, dice) : flow));
  const tighter = matchCity({ ...city, flows }, { k: everything });
  survey.tightened += flows.filter((flow, index) => flow !== city.flows[index]).length;
  survey.pairsLostByTightening += run.matches.length - tighter.matches.length;
  for (const { supplyId, demandId } of tighter.matches) {
    if (!before.has(pairKey(supplyId, demandId))) complain('tighter', `${pairKey(supplyId, demandId)} appears`);
  }
}

/** One limit of the flow made harder to meet; amounts and hours stay, because a yearly amount squeezed into fewer hours flows faster. */
function tightened(flow: ResourceFlow, year: number, dice: Dice): ResourceFlow {
  const { maxDistanceKm, minYearlyAmount } = flow.limits;
  const reach = resourceType(flow.type).reachKm;
  const shorter = { ...flow.limits, maxDistanceKm: (maxDistanceKm ?? Math.min(reach, 1)) * dice.between(0, 0.99) };
  const larger = { ...flow.limits, minYearlyAmount: (minYearlyAmount ?? 0) * 2 + dice.pick([0.1, 10, 1000]) };
  const { validFrom, validTo } = flow.availability;
  const latest = [validFrom ?? '', `${year}-${dice.pick(['02', '06', '12'])}-15`].sort()[1] as string;
  // Only where the shorter life still has a day, as a file would have to state it.
  const later = validTo !== null && latest > validTo ? validFrom : latest;
  return dice.pick([
    () => ({ ...flow, skills: harderSkills(flow) }),
    () => ({ ...flow, limits: shorter }),
    () => ({ ...flow, limits: larger }),
    () => ({ ...flow, availability: { ...flow.availability, validFrom: later } }),
    () => ({
      ...flow,
      quality: Object.fromEntries(Object.entries(flow.quality).map((entry) => narrowed(flow, entry))),
    }),
  ])();
}

/** A demand that needs one more skill, a supply that has one fewer; who states none goes on stating none. */
function harderSkills({ skills = [], direction }: ResourceFlow): readonly string[] {
  if (skills.length === 0) return skills;
  return direction === 'demand' ? [...skills, 'juggling'] : skills.length === 1 ? skills : skills.slice(1);
}

/** A demand that asks for more of each stated bound, a supply that guarantees less. */
function narrowed(
  flow: ResourceFlow,
  [id, { min, max }]: [string, ResourceFlow['quality'][string]],
): [string, ResourceFlow['quality'][string]] {
  const parameter = qualityParameter(resourceType(flow.type), id);
  const [lowest, highest] = parameter?.range ?? [-Infinity, Infinity];
  const kind = parameter?.kind;
  const step = 2;
  // Beyond what is possible nothing can be stated; an interval stays in order, whichever end moves.
  const possible = (value: number) => Math.min(highest, Math.max(lowest, value));
  if (kind === 'window') {
    // A supply with a narrower window promises more to a demand of another type that asks for an upper or a lower end only.
    if (flow.direction === 'supply') return [id, { min, max }];
    const middle = min !== null && max !== null ? (min + max) / 2 : null;
    return [id, middle === null ? { min, max } : { min: middle, max: middle }];
  }
  const harder = flow.direction === 'demand' ? 1 : -1;
  if (kind === 'at_least') {
    const raised = min === null ? null : possible(min + harder * step);
    return [id, { min: raised, max: raised === null || max === null ? max : Math.max(max, raised) }];
  }
  const lowered = max === null ? null : possible(max - harder * step);
  return [id, { min: lowered === null || min === null ? min : Math.min(min, lowered), max: lowered }];
}

function* pairsOf(stated: StatedCity): Iterable<[StatedFlow, StatedFlow]> {
  const demands = stated.flows.filter((flow) => flow.direction === 'demand');
  for (const supply of stated.flows)
    if (supply.direction === 'supply') for (const demand of demands) yield [supply, demand];
}

function pairKey(supplyId: string, demandId: string): string {
  return `${supplyId} ~ ${demandId}`;
}

function close(one: number, two: number): boolean {
  return Math.abs(one - two) <= 1e-9 * Math.max(1, Math.abs(two));
}
