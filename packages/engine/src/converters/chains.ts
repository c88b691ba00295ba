// Chains: a supply, one converter, a demand of another kind. Judged, ranked and priced as any pair, with what comes out as the supply.
import { resourceType } from '@crg/domain/taxonomy';
import type { Latitude } from '../candidates.ts';
import type { CityIndex } from '../city-index.ts';
import { areOfOtherKinds, neverAtOnce } from '../judges/hopeless.ts';
import { failuresOf } from '../judges/judge-pair.ts';
import { typeAccepts } from '../judges/type.ts';
import { type Pair, type PairSeen, pairOf } from '../pair.ts';
import type { PermitAssessment } from '../permit/assess.ts';
import type { PreparedFlow } from '../prepared-flow.ts';
import { type RankedPair, rankPair } from '../ranked-pair.ts';
import { byId, TopK } from '../top-k.ts';
import { convertFor } from './asked.ts';
import { assessChain, assessTreatment } from './chain-permit.ts';
import { conversionCosts } from './conversion-costs.ts';
import { type Conversion, convert, unsetOutput } from './convert.ts';
import type { Converter } from './converter.ts';
import { nothingAsked, type Refusal } from './models/model.ts';
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
    if ('ends' in offer) continue;
    index.demands.visitNear(offer.flow, forChains, (demand, seen) => {
      const pair = chainWith(index, offer, demand, seen);
      if (!('ends' in pair)) best.offer(rankPair(pair, pair.permit, index));
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
        const pair = 'ends' in offer ? offer : chainWith(index, offer, demand);
        if (!('ends' in pair)) visit(pair);
      });
    }
  }
}

/** A supply, a converter and a demand, of one index. */
export interface ChainParts {
  readonly supply: PreparedFlow;
  readonly converter: Converter;
  readonly demand: PreparedFlow;
}

/** The pair of a supply, through a converter, and a demand; null when it does not fit, or fits without the converter. */
export function chainBetween(index: CityIndex, parts: ChainParts): ChainPair | null {
  const chain = parts.supply.owner === parts.demand.owner ? noTaker : attemptChain(index, parts);
  return 'ends' in chain ? null : chain;
}

/**
 * Where the way to a chain ends: the converter does not take the `input` or does not make the `output`, it `refused`, the
 * `judges` fail what comes of it (their verdicts say why), it `fits_as_it_is`, or no machine of such a `size` is built.
 */
export type NoChain =
  | { readonly ends: 'input' | 'output' | 'judges' | 'fits_as_it_is' }
  | ({ readonly ends: 'refused' } & Refusal)
  | { readonly ends: 'size'; readonly size: number };

/** As `chainBetween`, with where the way ends. Whose flows they are is not asked. */
export function attemptChain(index: CityIndex, { supply, converter, demand }: ChainParts): ChainPair | NoChain {
  const offer = offerOf(index, supply, converter);
  if ('ends' in offer) return offer;
  return typeAccepts(demand.type, offer.flow.type) ? chainWith(index, offer, demand) : { ends: 'output' };
}

/** The pair behind the converter, whether the judges and the size let it be or not. */
export function pairThrough(index: CityIndex, { supply, converter, demand }: ChainParts): ChainPair | Refusal {
  const converted = convertFor({ supply, converter, demand }, index);
  if ('refused' in converted) return converted;
  const pair = pairOf(index.classified(converted.flow), demand, index);
  const treatment = assessTreatment(converted.conversion, index.desk);
  return { ...pair, conversion: converted.conversion, permit: assessChain(index.desk.assess(pair), treatment) };
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

/** A supply behind a converter, by which a taker is looked for. */
interface Offer {
  readonly input: PreparedFlow;
  readonly converter: Converter;
  /** What comes out; of a converter that is set for its taker, without what it is set to. */
  readonly flow: PreparedFlow;
  /** null: it is set for each taker. */
  readonly conversion: Conversion | null;
  readonly treatment: PermitAssessment | null;
}

/** What a taker may ask for is not judged here: a converter that cannot do the most may do less. */
function offerOf(index: CityIndex, supply: PreparedFlow, converter: Converter): Offer | NoChain {
  if (!converter.inputs.includes(supply.type.id)) return { ends: 'input' };
  const made = converter.follows === null ? madeForAll(index, supply, converter) : madeToOrder(supply, converter);
  if ('refused' in made) return { ends: 'refused', ...made };
  const treatment = assessTreatment({ converter, input: supply }, index.desk);
  return treatment?.outcome === 'prohibited' ? noTaker : { input: supply, converter, treatment, ...made };
}

function madeForAll(index: CityIndex, supply: PreparedFlow, converter: Converter) {
  const { factors, calendar } = index;
  const made = convert({ supply, converter, asked: nothingAsked, values: factors.mids, calendar });
  return 'refused' in made ? made : { flow: index.classified(made.flow), conversion: made.conversion };
}

function madeToOrder(supply: PreparedFlow, converter: Converter) {
  const flow = unsetOutput(supply, converter);
  return 'refused' in flow ? flow : { flow, conversion: null };
}

function chainWith(index: CityIndex, offer: Offer, demand: PreparedFlow, seen: PairSeen = {}): ChainPair | NoChain {
  const { flow, input, treatment } = offer;
  if (areOfOtherKinds(flow, demand) || neverAtOnce(flow, demand)) return noTaker;
  const widest = pairOf(flow, demand, index, seen);
  if (widest.distanceKm > widest.limitKm) return noTaker;
  if (fitsAsItIs(index, input, demand)) return { ends: 'fits_as_it_is' };
  const fitted = offer.conversion === null ? setFor(index, offer, demand) : { ...widest, conversion: offer.conversion };
  if ('refused' in fitted) return { ends: 'refused', ...fitted };
  if (failuresOf(fitted, index.desk, 0).length > 0) return noTaker;
  const { size } = conversionCosts(fitted, fitted.conversion, index.factors.mids);
  if (!isBuilt(size, fitted.conversion.converter)) return { ends: 'size', size };
  return { ...fitted, permit: assessChain(index.desk.assess(fitted), treatment) };
}

const noTaker: NoChain = { ends: 'judges' };

/** A converter that adds nothing is no chain. */
function fitsAsItIs(index: CityIndex, supply: PreparedFlow, demand: PreparedFlow): boolean {
  return typeAccepts(demand.type, supply.type) && failuresOf(pairOf(supply, demand, index), index.desk, 0).length === 0;
}

function setFor(index: CityIndex, { input, converter }: Offer, demand: PreparedFlow) {
  const converted = convertFor({ supply: input, converter, demand }, index);
  if ('refused' in converted) return converted;
  return { ...pairOf(index.classified(converted.flow), demand, index), conversion: converted.conversion };
}

/** Whether such a machine is built. */
function isBuilt(size: number, { size: { smallest, largest } }: Converter): boolean {
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
