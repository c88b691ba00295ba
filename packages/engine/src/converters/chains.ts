// Chains: a supply, one converter, a demand of another kind. Judged, ranked and priced as any pair, with what comes out as the supply.
import { resourceType } from '@crg/domain/taxonomy';
import type { Latitude } from '../candidates.ts';
import type { CityIndex } from '../city-index.ts';
import { areOfOtherKinds, neverAtOnce } from '../judges/hopeless.ts';
import { failuresOf } from '../judges/judge-pair.ts';
import { typeAccepts } from '../judges/type.ts';
import { type Pair, pairOf } from '../pair.ts';
import type { PermitAssessment } from '../permit/assess.ts';
import type { PreparedFlow } from '../prepared-flow.ts';
import type { QualityEnds } from '../quality-ends.ts';
import { type RankedPair, rankPair } from '../ranked-pair.ts';
import { byId, TopK } from '../top-k.ts';
import { convertFor } from './asked.ts';
import { assessChain, assessTreatment } from './chain-permit.ts';
import { conversionCosts } from './conversion-costs.ts';
import { type Conversion, type Converted, convert } from './convert.ts';
import type { Converter } from './converter.ts';
import { nothingAsked } from './models.ts';
import { converters, convertersOf } from './table.ts';

/** Chains kept per supply. */
export const chainsPerSupply = 5;

/** A pair whose supply is what comes out of a converter. */
export interface ChainPair extends Pair {
  readonly conversion: Conversion;
  readonly permit: PermitAssessment;
}

/** The best chains of a supply, best first. It need not be a flow of the index. */
export function chainsOfSupply(index: CityIndex, supply: PreparedFlow, k = chainsPerSupply): readonly RankedPair[] {
  const best = new TopK<RankedPair>(k, bestChainFirst);
  for (const converter of convertersOf(supply.type.id)) {
    const offer = offerOf(index, supply, converter);
    if (offer === null) continue;
    index.demands.visitNear(offer.flow, forChains, (demand, offered) => {
      const pair = chainWith(index, offer, demand, offered);
      if (pair !== null) best.offer(rankPair(pair, pair.permit, index));
    });
  }
  return best.items();
}

/** The best chains that lead to a demand, best first, whatever place they have among those of their supplies. */
export function chainsOfDemand(index: CityIndex, demand: PreparedFlow, k = chainsPerSupply): readonly RankedPair[] {
  const best = new TopK<RankedPair>(k, bestChainFirst);
  visitChainsTo(index, demand, (pair) => best.offer(rankPair(pair, pair.permit, index)));
  return best.items();
}

/** Every chain of the city that leads to the demand. */
export function visitChainsTo(index: CityIndex, demand: PreparedFlow, visit: (pair: ChainPair) => void): void {
  for (const converter of converters) {
    for (const inputType of converter.inputs) {
      const output = converter.output === 'same' ? inputType : converter.output;
      if (!typeAccepts(demand.type, resourceType(output))) continue;
      visitSupplies(index, { demand, inputType, output }, (supply) => {
        const offer = offerOf(index, supply, converter);
        const pair = offer === null ? null : chainWith(index, offer, demand);
        if (pair !== null) visit(pair);
      });
    }
  }
}

/** The pair of a supply, through a converter, and a demand; null when it does not fit, or fits without the converter. */
export function chainBetween(
  index: CityIndex,
  { supply, converter, demand }: { supply: PreparedFlow; converter: Converter; demand: PreparedFlow },
): ChainPair | null {
  const offer = supply.owner === demand.owner ? null : offerOf(index, supply, converter);
  return offer === null || !typeAccepts(demand.type, offer.flow.type) ? null : chainWith(index, offer, demand);
}

/** Best first; ties by demand id, then converter id, then supply id. */
export function bestChainFirst(a: RankedPair, b: RankedPair): number {
  return (
    b.score - a.score ||
    byId(a.figures.pair.demand.flow.id, b.figures.pair.demand.flow.id) ||
    byId(converterIdOf(a), converterIdOf(b)) ||
    byId(a.figures.pair.supply.flow.id, b.figures.pair.supply.flow.id)
  );
}

export function converterIdOf({ figures: { pair } }: RankedPair): string {
  if (pair.conversion === undefined) throw new Error('Expected a chain, got a pair without a converter');
  return pair.conversion.converter.id;
}

/** A supply with what a converter makes of it at most: by that a taker is looked for. */
interface Offer extends Converted {
  readonly treatment: PermitAssessment | null;
}

/** null when the converter does not take the supply, is never built so small, or would be prohibited. */
function offerOf(index: CityIndex, supply: PreparedFlow, converter: Converter): Offer | null {
  const { factors, calendar } = index;
  if (!converter.inputs.includes(supply.type.id)) return null;
  const converted = convert({ supply, converter, asked: nothingAsked, values: factors.mids, calendar });
  if ('refused' in converted) return null;
  const treatment = assessTreatment(converted.conversion, index.desk);
  if (treatment?.outcome === 'prohibited') return null;
  return { ...converted, flow: index.classified(converted.flow), treatment };
}

function chainWith(index: CityIndex, offer: Offer, demand: PreparedFlow, offered?: QualityEnds): ChainPair | null {
  const { flow, conversion, treatment } = offer;
  if (areOfOtherKinds(flow, demand) || neverAtOnce(flow, demand)) return null;
  const widest = pairOf(flow, demand, index, offered);
  if (widest.distanceKm > widest.limitKm || fitsAsItIs(index, conversion.input, demand)) return null;
  const fitted = conversion.converter.follows === null ? { ...widest, conversion } : setFor(index, offer, demand);
  if (fitted === null || failuresOf(fitted, index.desk).length > 0 || !isOfASize(fitted, index)) return null;
  return { ...fitted, permit: assessChain(index.desk.assess(fitted), treatment) };
}

/** A converter that adds nothing is no chain. */
function fitsAsItIs(index: CityIndex, supply: PreparedFlow, demand: PreparedFlow): boolean {
  return typeAccepts(demand.type, supply.type) && failuresOf(pairOf(supply, demand, index), index.desk).length === 0;
}

function setFor(index: CityIndex, { conversion: { input, converter } }: Offer, demand: PreparedFlow) {
  const converted = convertFor({ supply: input, converter, demand }, index);
  if ('refused' in converted) return null;
  return { ...pairOf(index.classified(converted.flow), demand, index), conversion: converted.conversion };
}

/** Whether such a machine is built for what the pair exchanges. */
function isOfASize(pair: Pair & { readonly conversion: Conversion }, { factors }: CityIndex): boolean {
  const { smallest, largest } = pair.conversion.converter.size;
  const { size } = conversionCosts(pair, pair.conversion, factors.mids);
  return (smallest === null || size >= smallest) && (largest === null || size <= largest);
}

/** Supplies of a type that may be near enough once they are converted. The reach is that of what comes out, not of what goes in. */
function visitSupplies(
  { supplies }: CityIndex,
  { demand, inputType, output }: { demand: PreparedFlow; inputType: string; output: string },
  visit: (supply: PreparedFlow) => void,
): void {
  const reachKm = Math.min(resourceType(output).reachKm, demand.type.reachKm);
  const asking = { ...demand, type: { ...resourceType(inputType), accepts: [] } };
  const seen = new Set<PreparedFlow>();
  const once = (supply: PreparedFlow) => {
    if (!seen.has(supply)) visit(supply);
    seen.add(supply);
  };
  // Those that state no limit, as far as the reach goes; and those that do, as far as their own limit goes.
  supplies.visitNear({ ...asking, maxDistanceKm: demand.maxDistanceKm ?? reachKm }, forChains, once);
  if (demand.maxDistanceKm === null) supplies.visitNear(asking, forChains, once);
}

const forChains: Latitude = { stretch: 1, outside: 0 };
