// What a pair is worth if everything turns out badly, or well, at once: the outer band, worked out for every pair that is kept.
import type { Band } from '@crg/domain/match';
import type { Precision } from '@crg/domain/quantity';
import type { Conversion } from '../converters/convert.ts';
import { annuityFactor } from '../formulas/finance.ts';
import { type Pair, resizedPair } from '../pair.ts';
import type { FactorTable, FactorValues } from './factor-table.ts';
import type { FactorId } from './factors.ts';
import { netPresentValue } from './finance.ts';
import { figuresOf, type PairFigures } from './pair-figures.ts';
import { quantitySpread, type Spread } from './uncertainty/distributions.ts';
import { factorsRead } from './uncertainty/uncertain-inputs.ts';

/**
 * EUR. `low`: every factor at whichever end harms the pair, built for P90 of both quantities (by their precision) and used at
 * P10 or P90, whichever is worth less; `high`: the other way round. What the parties state themselves is certain.
 * Everything at once is unlikely: P10 and P90 of the pair lie inside.
 * @param figures worked out at the middles of `factors`
 */
export function npvEnvelope(figures: PairFigures, factors: FactorTable): Band {
  const { pair, investmentEur, benefit } = figures;
  const edges = edgesOf(factors);
  const ends = endsFor(figures, edges);
  const { small, large } = sizesOf(pair, edges);
  const [smaller, larger] = [resizedPair(pair, small), resizedPair(pair, large)];
  const at = (world: World) =>
    [figuresOf(smaller, valuesIn(world, ends)), figuresOf(larger, valuesIn(world, ends))] as const;
  const [harmedSmall, harmedLarge] = at(edges.worst);
  const [servedSmall, servedLarge] = at(edges.best);
  const least = Math.min(harmedSmall.benefit, harmedLarge.benefit);
  const most = Math.max(servedSmall.benefit, servedLarge.benefit);
  return {
    low: Math.min(...edges.annuities.map((annuity) => least / annuity)) - harmedLarge.investmentEur,
    mid: netPresentValue({ investmentEur, benefitEurPerYear: benefit }, factors.mids),
    high: Math.max(...edges.annuities.map((annuity) => most / annuity)) - servedSmall.investmentEur,
  };
}

/** A factor that matters to a pair, and at which of its ends the pair is harmed. */
interface Ends {
  readonly id: FactorId;
  readonly mid: number;
  readonly worst: number;
  readonly best: number;
}

/** The middles with the ends that harm, or serve, the pairs of one kind. It is written over for the next kind. */
interface World {
  readonly side: 'worst' | 'best';
  readonly values: Record<FactorId, number>;
  ends: readonly Ends[];
}

/** What all pairs of a table share, kept because a run asks for hundreds of thousands of bands. */
interface Edges {
  readonly factors: FactorTable;
  readonly worst: World;
  readonly best: World;
  readonly endsByKind: Map<string, readonly Ends[]>;
  readonly spreads: Readonly<Record<Precision, Spread>>;
  /** Of every rate and horizon that stand at an end: which harms depends on the sign of the benefit. Usually one. */
  readonly annuities: readonly number[];
}

function edgesOf(factors: FactorTable): Edges {
  const known = edgesByTable.get(factors);
  if (known !== undefined) return known;
  const spread = (precision: Precision) => quantitySpread(factors.mids[`precision.${precision}`]);
  const [rate, years] = [factors.factor('finance.discount_rate'), factors.factor('finance.years')];
  const annuities = [rate.low, rate.high].flatMap((r) => [years.low, years.high].map((n) => annuityFactor(r, n)));
  const edges: Edges = {
    factors,
    worst: { side: 'worst', values: { ...factors.mids }, ends: [] },
    best: { side: 'best', values: { ...factors.mids }, ends: [] },
    endsByKind: new Map(),
    spreads: { measured: spread('measured'), estimated: spread('estimated'), archetype: spread('archetype') },
    annuities: [...new Set(annuities)],
  };
  edgesByTable.set(factors, edges);
  return edges;
}

const edgesByTable = new WeakMap<FactorTable, Edges>();

function valuesIn(world: World, ends: readonly Ends[]): FactorValues {
  if (world.ends === ends) return world.values;
  for (const { id, mid } of world.ends) world.values[id] = mid;
  for (const each of ends) world.values[each.id] = each[world.side];
  world.ends = ends;
  return world.values;
}

/** P10 and P90 of what both have in common, as multiples of what was entered. */
function sizesOf({ supply, demand, commonRate }: Pair, { spreads }: Edges): { small: number; large: number } {
  const given = spreads[supply.flow.quantity.precision];
  const taken = spreads[demand.flow.quantity.precision];
  return {
    small: Math.min(supply.rate * given.p10, demand.rate * taken.p10) / commonRate,
    large: Math.min(supply.rate * given.p90, demand.rate * taken.p90) / commonRate,
  };
}

/** Pairs of one kind are harmed by the same ends of the same factors: they are found once for each kind. */
function endsFor(figures: PairFigures, edges: Edges): readonly Ends[] {
  const { pair, transport, electricity, avoidedPurchase } = figures;
  // A cable that loses more than it brings is the exception: to it, dear electricity is a harm.
  if (transport.mode === 'wire' && electricity > avoidedPurchase)
    return findEnds([pair, ...pairsLike(pair)], edges.factors);
  const kind = kindOf(figures);
  const ends = edges.endsByKind.get(kind) ?? findEnds(pairsLike(pair), edges.factors);
  edges.endsByKind.set(kind, ends);
  return pair.conversion === undefined ? ends : withOwnConverter(pair, pair.conversion, ends, edges.factors);
}

/**
 * Whether a better yield helps is each chain's own affair: where being rid of the input is worth more than converting it, a
 * converter that needs more of it earns more.
 */
function withOwnConverter(
  pair: Pair,
  { converter }: Conversion,
  ofKind: readonly Ends[],
  factors: FactorTable,
): readonly Ends[] {
  const own = new Set<FactorId>(Object.values(converter.figures));
  return [...ofKind.filter(({ id }) => !own.has(id)), ...findEnds([pair], factors, own)];
}

/** What decides which end harms: the types, the defaults that count, the pipe and whether it takes power, the converter. */
function kindOf({ pair: { supply, demand, conversion }, transport }: PairFigures): string {
  const pipe = transport.mode === 'pipe' ? `${transport.pipe.kind} ${transport.pipe.powerKw > 0}` : '';
  const converter = conversion === undefined ? '' : `${conversion.converter.id} ${conversion.input.worth.factorId}`;
  return `${supply.type.id} ${supply.worth.factorId} ${demand.type.id} ${demand.worth.factorId} ${pipe} ${converter}`;
}

/** By trying both ends of each factor that is read while all others stay at their middle. */
function findEnds(
  probes: readonly Pair[],
  factors: FactorTable,
  read: ReadonlySet<string> = new Set(probes.flatMap((probe) => [...factorsRead(probe, factors)])),
): readonly Ends[] {
  return factors.all().flatMap(({ id, low, mid, high }): readonly Ends[] => {
    if (!read.has(id) || low === high || id === 'finance.discount_rate' || id === 'finance.years') return [];
    const moved = factors.moved(id);
    const gain = firstGain(probes, moved.low, moved.high);
    if (gain === 0) return [];
    return [gain < 0 ? { id, mid, worst: high, best: low } : { id, mid, worst: low, best: high }];
  });
}

/** EUR/a from one set of values to the other, for the first of the pairs to which it makes a difference. */
function firstGain(probes: readonly Pair[], from: FactorValues, to: FactorValues): number {
  for (const probe of probes) {
    const gain = figuresOf(probe, to).margin - figuresOf(probe, from).margin;
    if (Math.abs(gain) > roundingEur) return gain;
  }
  return 0;
}

/** EUR/a; below that a difference is one of rounding, and goes one way for one pair and the other way for the next. */
const roundingEur = 1e-3;

/** Nearer and farther, smaller and larger: the least price of a trip hides what a kilometre costs. */
function pairsLike(pair: Pair): readonly Pair[] {
  return probedRates.flatMap((rate) =>
    probedKm.map((distanceKm) => ({ ...resizedPair(pair, rate / pair.commonRate), distanceKm })),
  );
}

const probedKm = [0.5, 5, 15, 60];
const probedRates = [1, 100_000];
