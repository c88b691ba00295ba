// How each number of a match page was made, by the key that the number carries; and the command that repeats it.
import type { MatchDetail, Party } from '@crg/api-contract/match';
import { corridorMade } from './corridor-story.ts';
import type { FactorSource } from './factor-source.ts';
import { precisionOf } from './flow-facts.ts';
import { eurosExact, exact } from './format.ts';
import { amountText, type Input, inputOf, linesMade, type Made, plainUnit, timesSign } from './made.ts';
import { partyMade } from './party-story.ts';
import { scoreParts } from './score-parts.ts';
import { uncertaintyMade } from './uncertainty-story.ts';

/** Under every band of money. */
export const bandNote =
  'Low and high put every factor and quantity at its unfavourable and its favourable end (about P10 and P90) at once. They are no promise.';

/** By key: `society.npv`, `corridor.nash`, `uncertainty.loss`, `co2`, ..., and each line by `money.<id>` or `co2.<id>`. */
export function madeOf(match: MatchDetail): Readonly<Record<string, Made>> {
  const { economics, co2, uncertainty } = match.explanation;
  const quantity = quantityInputs(match);
  return {
    band: bandMade(match),
    co2: {
      name: 'CO₂ avoided per year',
      value: `${exact(match.co2_t_per_year)} t`,
      formula: 'Σ avoided − Σ caused, t CO₂e a year, against what would happen without the exchange',
      inputs: [...co2.lines.filter(({ id }) => id !== 'net').map(inputOf), ...quantity],
      note: 'Avoided emissions of the city; they are not part of either company’s own inventory.',
    },
    ...attributionalMade(match, quantity),
    ...partiesMade(match, quantity),
    ...corridorMade(economics.corridor, economics.parties, match.common_quantity),
    ...uncertaintyMade(uncertainty),
    score: scoreMade(match),
    quantity: quantityMade(match, quantity),
    distance: distanceMade(match),
    ...linesMade('money', economics.lines, quantity),
    ...linesMade('co2', co2.lines, quantity),
  };
}

/** Both companies by name, and both together. */
export function whoIs(match: Pick<MatchDetail, 'supply' | 'demand'>): Readonly<Record<Party['party'], string>> {
  const name = ({ organization }: MatchDetail['supply']) => organization.name || organization.id;
  return { supplier: name(match.supply), receiver: name(match.demand), society: 'both together' };
}

/**
 * Repeats everything about the pair outside the server. The city file comes over HTTP, because the data folder belongs to
 * the server as long as the page can be seen.
 * @param origin of the server, e.g. `http://127.0.0.1:8080`
 */
export function replayCommand(origin: string, { supplyId, demandId, converterId }: ReplayedPair): string {
  const converter = converterId === undefined ? '' : ` --converter ${shellWord(converterId)}`;
  return [
    `curl -fo city.json ${shellWord(`${origin}/api/v1/exports/city.json`)}`,
    `npx crg explain --input city.json --supply ${shellWord(supplyId)} --demand ${shellWord(demandId)}${converter}`,
  ].join('\n');
}

interface ReplayedPair {
  readonly supplyId: string;
  readonly demandId: string;
  readonly converterId?: string | undefined;
}

/** The factors a match names, by id, as far as the API tells them. */
export function factorSources(match: MatchDetail): Readonly<Record<string, FactorSource>> {
  return Object.fromEntries(
    match.explanation.factors.map((factor) => {
      const { id, label, mid, low, high, unit, source, year, geography } = factor;
      const range = low === high ? '' : ` (${exact(low)} to ${exact(high)})`;
      const value = `${label}: ${exact(mid)}${range} ${plainUnit(unit)}`.trim();
      return [id, { value, source, year, geography, overridden: factor.overridden }];
    }),
  );
}

function partiesMade(match: MatchDetail, quantity: readonly Input[]): Record<string, Made> {
  const { economics, factors } = match.explanation;
  const mid = (id: string) => factors.find((factor) => factor.id === id)?.mid ?? null;
  const terms = { horizon: mid('finance.years'), rate: mid('finance.discount_rate'), quantity };
  const names = whoIs(match);
  return Object.assign(
    {},
    ...economics.parties.map((party) => {
      // Society's own lines are the two sums of the sides; the pair's say what they are made of.
      const whole = party.party === 'society' ? { ...party, lines: economics.lines } : party;
      return {
        ...linesMade(party.party, whole.lines, quantity),
        // Its sums are told in more words than the lines of the same name.
        ...partyMade(whole, names[party.party], terms),
      };
    }),
  );
}

function bandMade({ npv_eur: npv, explanation }: MatchDetail): Made {
  const once = explanation.economics.investment_eur;
  const say = ({ low, mid, high }: typeof npv) => `${eurosExact(low)} · ${eurosExact(mid)} · ${eurosExact(high)}`;
  return {
    name: 'NPV with everything unfavourable, and everything favourable',
    value: `${eurosExact(npv.low)} to ${eurosExact(npv.high)}`,
    formula: `NPV low · mid · high\n${say(npv)}\ninvestment low · mid · high\n${say(once)}`,
    inputs: [],
    note: bandNote,
  };
}

function attributionalMade(match: MatchDetail, quantity: readonly Input[]): Record<string, Made> {
  const { attributional } = match.explanation.co2;
  const names = whoIs(match);
  const { lines } = attributional;
  // The lines of the supplier end with their sum; those of the receiver follow.
  const end = lines.findIndex(({ id }) => id === 'supplier') + 1;
  const of = { supplier: lines.slice(0, end), receiver: lines.slice(end) };
  const made = (who: 'supplier' | 'receiver', tonnes: number): Made => ({
    name: `Change in the books of ${names[who]}, per year`,
    value: `${exact(tonnes)} t`,
    formula: 'Σ change × average factor, t CO₂e a year; minus is less',
    inputs: [...of[who].filter(({ id, amount }) => id !== who && amount !== 0).map(inputOf), ...quantity],
    note: 'By average factors, as a company reports its own emissions. Never added to what is avoided.',
  });
  return {
    'attributional.supplier': made('supplier', attributional.supplier_t_per_year),
    'attributional.receiver': made('receiver', attributional.receiver_t_per_year),
  };
}

function scoreMade(match: MatchDetail): Made {
  const parts = scoreParts(match.terms, match.explanation.weights);
  const sum = parts.map(({ points }) => `${points < 0 ? '− ' : '+ '}${Math.abs(points).toFixed(3)}`).join(' ');
  return {
    name: 'Score',
    value: match.score.toFixed(3),
    formula: `Σ value × weight, kept in 0 to 1\n${sum.replace(/^\+ /, '')}`,
    inputs: parts.map(({ label, value, weight, points }) => ({
      label,
      value: `${value.toFixed(3)} × ${weight.toFixed(2)}`,
      note: points < 0 ? 'taken off' : 'added',
      precision: null,
      factors: [],
    })),
    note: 'The score ranks pairs that fit; it never makes one fit.',
  };
}

function quantityMade(match: MatchDetail, inputs: readonly Input[]): Made {
  const { economics, time } = match.explanation;
  const line = economics.lines.find(({ id }) => id === 'quantity');
  return {
    name: 'Common quantity per year',
    value: amountText(match.common_quantity),
    formula: line ? timesSign(line.formula) : 'smaller rate × hours in common',
    inputs,
    note: `${exact(time.common_hours_per_year)} hours a year in common.`,
  };
}

function distanceMade({ distance_km: apart, supply, demand, explanation: { route } }: MatchDetail): Made {
  return {
    name: 'Distance',
    value: `${exact(apart)} km`,
    formula: `straight line on the ellipsoid (WGS-84)\nroute for costs ${exact(route.route_km)} km by ${route.transport}`,
    inputs: [supply, demand].map(({ site }) => ({
      label: site.name || site.id,
      value: `${site.latitude ?? 'not stated'}, ${site.longitude ?? 'not stated'}`,
      note: `${site.source?.reference ?? 'source not stated'}; ${site.source?.certainty ?? 'certainty not stated'}`,
      precision: null,
      factors: [],
    })),
    note: 'The limit is judged on the straight line; the detour counts in the costs only.',
  };
}

function quantityInputs(match: MatchDetail): readonly Input[] {
  return [match.supply, match.demand].map(({ flow }) => ({
    label: flow.name || flow.id,
    value: amountText(flow.quantity),
    note: `${flow.direction}; ${flow.source?.reference ?? 'source not stated'}`,
    precision: precisionOf(flow),
    factors: [],
  }));
}

function shellWord(text: string): string {
  return /^[\w.:/@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
