// Everything about one supply and one demand of a city, whether they fit or not.
import { DomainError } from '@crg/domain/errors';
import type { Direction } from '@crg/domain/flow';
import type { Chain, NearMiss, Verdict } from '@crg/domain/match';
import { didYouMean } from '@crg/domain/nearest-spelling';
import { chainOf } from '@crg/engine/converters/chain-of';
import { converters } from '@crg/engine/converters/table';
import { nearMissPair } from '@crg/engine/match-pair';
import { whyNot } from '@crg/engine/why-not';
import type { CityRecords } from './city-records.ts';
import { type ExplainedMatch, explainedChain, explainedMatch, type PairEnds } from './explained-pairs.ts';

export interface PairQuestion {
  readonly supplyId: string;
  readonly demandId: string;
  /** null: directly. */
  readonly converterId: string | null;
}

export type PairAnswer = {
  readonly ends: PairEnds;
  /** Converters through which the pair fits, by id; empty when it fits directly. */
  readonly through: readonly string[];
} & (
  | { readonly outcome: 'match'; readonly found: ExplainedMatch }
  | { readonly outcome: 'chain'; readonly found: ExplainedMatch<Chain> }
  | { readonly outcome: 'near_miss'; readonly nearMiss: NearMiss }
  /** `reasons`: what is beyond the judges, or kept the pair from them; the verdicts are empty then. */
  | { readonly outcome: 'rejected'; readonly reasons: readonly string[]; readonly verdicts: readonly Verdict[] }
);

/** @throws DomainError flow_not_found, unknown_code for a converter, invalid_input for a flow of the other direction; each names the nearest id */
export function explainPair(records: CityRecords, question: PairQuestion): PairAnswer {
  const { supplyId, demandId, converterId } = question;
  const ends = { supply: flowOf(records, supplyId, 'supply'), demand: flowOf(records, demandId, 'demand') };
  assertConverter(converterId);
  const pair = { supplyId, demandId };
  if (converterId !== null) {
    const found = explainedChain(records, { ...pair, converterId }, null);
    if (found !== null) return { outcome: 'chain', found, ends, through: [converterId] };
    return { outcome: 'rejected', ...whyNot(records.index, question), ends, through: fittingConverters(records, pair) };
  }
  const found = explainedMatch(records, pair, null);
  if (found !== null) return { outcome: 'match', found, ends, through: [] };
  const through = fittingConverters(records, pair);
  const nearMiss = nearMissPair(records.index, pair);
  if (nearMiss !== null) return { outcome: 'near_miss', nearMiss, ends, through };
  return { outcome: 'rejected', ...whyNot(records.index, question), ends, through };
}

function fittingConverters({ index }: CityRecords, pair: { supplyId: string; demandId: string }): readonly string[] {
  return converters.map(({ id }) => id).filter((converterId) => chainOf(index, { ...pair, converterId }, 1) !== null);
}

function flowOf(records: CityRecords, id: string, direction: Direction) {
  const found = records.flow(id);
  if (found?.flow.direction === direction) return found;
  const expected = `the id of a ${direction} of this city`;
  if (found !== null) {
    const got = `"${id}", a ${found.flow.direction}`;
    throw new DomainError('invalid_input', { field: direction, expected, got, next: 'Swap the two ids.' });
  }
  const known = records.city().flows.filter((flow) => flow.direction === direction);
  const next = didYouMean(
    id.slice(0, 200),
    known.map((flow) => flow.id),
  );
  throw new DomainError('flow_not_found', {
    field: direction,
    expected,
    got: `"${id.slice(0, 200)}"`,
    next: next ?? 'Look the id up in the city file.',
  });
}

function assertConverter(id: string | null): void {
  const known = converters.map((converter) => converter.id);
  if (id === null || known.includes(id)) return;
  throw new DomainError('unknown_code', {
    field: 'converter',
    expected: 'the id of a converter',
    got: `"${id.slice(0, 200)}"`,
    next: didYouMean(id.slice(0, 200), known) ?? 'List them with `crg converters`.',
  });
}
