// The chain that is shown for a ranked one, and one given chain answered exactly as a run over the whole city answers it.
import type { Band, Chain, ConverterUse, OpenPaper, PairUncertainty, Verdict } from '@crg/domain/match';
import type { CityIndex } from '../city-index.ts';
import type { FactorTable } from '../economics/factor-table.ts';
import { uncertaintyOf } from '../economics/uncertainty/sample-pair.ts';
import type { Pair } from '../pair.ts';
import { openPapers } from '../permit/open-papers.ts';
import { matchOf, type RankedPair, rankPair } from '../ranked-pair.ts';
import { assessChain, assessTreatment } from './chain-permit.ts';
import { bestChainFirst, type ChainPair, chainBetween, chainsOfSupply } from './chains.ts';
import { conversionCosts } from './conversion-costs.ts';
import type { Conversion } from './convert.ts';
import { converterById } from './table.ts';

export interface ChainOfIds {
  readonly supplyId: string;
  readonly converterId: string;
  readonly demandId: string;
}

/**
 * The chain of three ids of the index; null when it does not fit (any more), fits without the converter, or a part is not there.
 * @param rank the place to show; when not given it is counted among all chains of the supply
 */
export function chainOf(index: CityIndex, ids: ChainOfIds, rank?: number): Chain | null {
  const pair = pairOfChain(index, ids);
  if (pair === null) return null;
  const ranked = rankPair(pair, pair.permit, index);
  const place = () =>
    1 +
    chainsOfSupply(index, pair.conversion.input, Infinity).filter((other) => bestChainFirst(other, ranked) < 0).length;
  return chainShown(ranked, rank ?? place(), index.factors);
}

/** What precision and factors leave open about a chain; null when there is no such chain. */
export function chainUncertainty(index: CityIndex, ids: ChainOfIds): PairUncertainty | null {
  const pair = pairOfChain(index, ids);
  return pair === null ? null : uncertaintyOf(pair, index.factors);
}

/** As `pairOpenPapers`: an answer about the supply counts for what goes in and for what comes out. */
export function chainOpenPapers(index: CityIndex, ids: ChainOfIds): readonly OpenPaper[] | null {
  const pair = pairOfChain(index, ids);
  if (pair === null) return null;
  const { supply, demand, conversion, permit } = pair;
  return openPapers(permit, (answered) => {
    const input = answered('supply', conversion.input);
    const ofOutput = index.desk.assess({ supply: answered('supply', supply), demand: answered('demand', demand) });
    return assessChain(ofOutput, assessTreatment({ ...conversion, input }, index.desk));
  });
}

/** @param rank from 1; `explain` false: verdicts without sentences, economics without lines */
export function chainShown(ranked: RankedPair, rank: number, factors: FactorTable, explain = true): Chain {
  const { pair } = ranked.figures;
  if (pair.conversion === undefined) throw new Error('Expected a chain, got a pair without a converter');
  const match = matchOf(ranked, rank, factors, explain);
  const named = (verdict: Verdict) =>
    explain && verdict.judge === 'type' ? { ...verdict, text: typeSentence(pair) } : verdict;
  return { ...match, verdicts: match.verdicts.map(named), converters: [useOf(pair, pair.conversion, factors)] };
}

function pairOfChain(index: CityIndex, { supplyId, converterId, demandId }: ChainOfIds): ChainPair | null {
  const converter = converterById(converterId);
  const supply = index.get(supplyId);
  const demand = index.get(demandId);
  if (converter === null || supply?.flow.direction !== 'supply' || demand?.flow.direction !== 'demand') return null;
  return chainBetween(index, { supply, converter, demand });
}

function typeSentence({ conversion, supply, demand }: Pair): string {
  const input = conversion?.input.type.label;
  const output = supply.type === demand.type ? '' : `, which may serve a demand for ${demand.type.label} directly`;
  return `Through a converter (${conversion?.converter.label}), ${input} becomes ${supply.type.label}${output}.`;
}

function useOf(pair: Pair, conversion: Conversion, factors: FactorTable): ConverterUse {
  const { converter, input } = conversion;
  const { inputYearly, electricityMwh, investmentEur } = conversionCosts(pair, conversion, factors.mids);
  const built: Band = {
    low: conversionCosts(pair, conversion, factors.cheapToBuild).investmentEur,
    mid: investmentEur,
    high: conversionCosts(pair, conversion, factors.dearToBuild).investmentEur,
  };
  return {
    id: converter.id,
    label: converter.label,
    input: { amount: inputYearly, unit: input.type.yearlyUnit },
    output: { amount: pair.commonYearly, unit: pair.demand.type.yearlyUnit },
    electricityMwhPerYear: electricityMwh,
    investmentEur: built,
  };
}
