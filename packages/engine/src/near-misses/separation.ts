// Goods and liquids with too much of what is not wanted in them: sorted, washed, refined, settled or distilled.

import type { FactorValues } from '../economics/factor-table.ts';
import type { FactorId } from '../economics/factors.ts';
import { inWords } from '../plain-words.ts';
import type { Change } from './change.ts';
import { type Feed, feedOf, plantEurPerYear } from './plant.ts';
import { type QualityGap, type QualityMend, stepInWords, treated } from './quality-gap.ts';

interface Method {
  readonly kind: Change['kind'];
  readonly verb: string;
  /** EUR per t fed, by its factor; or by what it costs where that is more than one factor. */
  readonly costOf: (feed: Feed, values: FactorValues) => number;
  /** The least of the unwanted, in % of the mass, that it leaves behind, and the most that it is fed with. */
  readonly cleanestPercent: number;
  readonly dirtiestPercent: number;
  /** What being rid of a t taken out costs. */
  readonly rejects: FactorId;
}

/**
 * As large a part of the stream is treated as brings the whole to what is wanted.
 *
 * With u before and t after (shares of the mass), the part x of the unwanted has to leave, and takes c times as much of what
 * is good along: (u - ux)/(1 - ux (1 + c)) = t gives x = (u - t)/(u (1 - t (1 + c))). A plant takes out
 * `change.separation_efficiency` of what is in its feed.
 */
function separatedBy({ kind, verb, costOf, cleanestPercent, dirtiestPercent, rejects }: Method): QualityMend {
  return (gap, values) => {
    const unwanted = sharesOf(gap);
    if (unwanted.to * 100 < cleanestPercent || unwanted.from * 100 > dirtiestPercent) return null;
    const { leaving, passes, carry } = separated(unwanted, values);
    const part = leaving / (1 - (1 - values['change.separation_efficiency']) ** passes);
    if (!(part > 0 && part <= 1)) return null;
    const takenOut = leaving * unwanted.from * (1 + carry);
    const { rate, yearly } = feedOf(gap.pair, 1 - takenOut);
    return treated(gap, {
      kind,
      paidBy: 'supplier',
      share: 1 - takenOut,
      costEurPerYear:
        passes * costOf({ rate: rate * part, yearly: yearly * part }, values) +
        yearly * takenOut * Math.max(0, values[rejects]),
      detail: () =>
        `${verb} ${inWords(part * 100, '%')} of it${passes > 1 ? ' twice' : ''}, ${gap.parameter.label.toLowerCase()} ${stepInWords(gap, gap.to)}`,
    });
  };
}

/** Twice where once does not take out enough, and then it loses more; a third pass would lose more than it cleans. */
function separated(unwanted: { readonly from: number; readonly to: number }, values: FactorValues) {
  const once = leavingOf(unwanted, values['change.separation_carry']);
  if (once <= values['change.separation_efficiency'])
    return { leaving: once, passes: 1, carry: values['change.separation_carry'] };
  const carry = 2 * values['change.separation_carry'];
  return { leaving: leavingOf(unwanted, carry), passes: 2, carry };
}

function leavingOf({ from, to }: { readonly from: number; readonly to: number }, carry: number): number {
  return (from - to) / (from * (1 - to * (1 + carry)));
}

/** Of the whole, before and after. A purity is what is left when the unwanted is taken from 100 %. */
function sharesOf({ parameter, from, to }: QualityGap): { from: number; to: number } {
  const scale = parameter.unit === 'mg/kg' ? 1e-6 : 0.01;
  const isWanted = parameter.kind === 'at_least';
  return isWanted ? { from: 1 - from * scale, to: 1 - to * scale } : { from: from * scale, to: to * scale };
}

const perTonne =
  (id: FactorId) =>
  ({ yearly }: Feed, values: FactorValues): number =>
    yearly * values[id];

function distillationCost({ yearly }: Feed, values: FactorValues): number {
  const heatEur = values['converter.distillation.heat'] * values['price.boiler_heat'];
  return plantEurPerYear(
    {
      investmentEur: yearly * values['converter.distillation.capex'],
      upkeep: 'converter.distillation.opex',
      runningEur: yearly * heatEur,
    },
    values,
  );
}

export const sorting = separatedBy({
  kind: 'sorting',
  verb: 'sort',
  costOf: perTonne('change.sorting'),
  cleanestPercent: 0.05,
  dirtiestPercent: 60,
  rejects: 'disposal.incineration',
});
/** Leaded glass shows in X-rays. */
export const glassSorting = separatedBy({
  kind: 'sorting',
  verb: 'sort',
  costOf: perTonne('change.sorting'),
  cleanestPercent: 0.005,
  dirtiestPercent: 60,
  rejects: 'disposal.landfill',
});
/** Salts and fines leave with water. */
export const washing = separatedBy({
  kind: 'washing',
  verb: 'wash',
  costOf: perTonne('change.washing'),
  cleanestPercent: 0.0005,
  dirtiestPercent: 30,
  rejects: 'disposal.landfill',
});
/** Sulphur is melted and filtered, acids are filtered, lime and gypsum go through a cyclone. */
export const refining = separatedBy({
  kind: 'purification',
  verb: 'refine',
  costOf: perTonne('change.refining'),
  cleanestPercent: 0.05,
  dirtiestPercent: 40,
  rejects: 'disposal.landfill',
});
/** Free water and solids settle out of oils and fats. */
export const settling = separatedBy({
  kind: 'settling',
  verb: 'settle',
  costOf: perTonne('change.settling'),
  cleanestPercent: 0.3,
  dirtiestPercent: 60,
  rejects: 'disposal.incineration',
});
export const distillation = separatedBy({
  kind: 'distillation',
  verb: 'distil',
  costOf: distillationCost,
  cleanestPercent: 0.05,
  dirtiestPercent: 60,
  rejects: 'disposal.incineration',
});
/** Unburnt carbon in ash leaves an electrostatic separator, the binder of foundry sand a thermal one. */
export const carbonRemoval = separatedBy({
  kind: 'carbon_removal',
  verb: 'clean',
  costOf: perTonne('change.carbon_removal'),
  cleanestPercent: 0.5,
  dirtiestPercent: 40,
  rejects: 'disposal.landfill',
});
/** Lye binds free fatty acids as soap. */
export const deacidification = separatedBy({
  kind: 'neutralisation',
  verb: 'neutralise',
  costOf: perTonne('change.refining'),
  cleanestPercent: 0.1,
  dirtiestPercent: 40,
  rejects: 'disposal.digestion',
});
