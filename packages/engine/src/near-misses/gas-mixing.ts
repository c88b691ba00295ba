// Gases that are too lean or too rich: carbon dioxide is taken out, or another gas is mixed in.

import type { FactorValues } from '../economics/factor-table.ts';
import type { FactorId } from '../economics/factors.ts';
import { inWords } from '../plain-words.ts';
import type { Change } from './change.ts';
import { feedOf, kwhPerMwh, plantEurPerYear } from './plant.ts';
import { type QualityGap, stepInWords, treated } from './quality-gap.ts';

/** Biogas too poor in methane: as much of it is upgraded as brings the whole to what is wanted; the rest passes by. */
export function methaneUpgrading(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from, to } = gap;
  if (to > upgradedPercent || from < leanestPercent) return null;
  const kept = 1 - values['converter.biogas_upgrading.slip'];
  // Of one m3 that is upgraded, `leaves` m3 leave, with `kept` of its methane.
  const leaves = (from * kept) / upgradedPercent;
  const part = (to - from) / (to * (1 - leaves) - from * (1 - kept));
  if (!(part > 0 && part <= 1)) return null;
  const share = 1 - part * (1 - leaves);
  const { rate, yearly } = feedOf(pair, share);
  return treated(gap, {
    kind: 'upgrading',
    paidBy: 'receiver',
    share,
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: rate * part * values['converter.biogas_upgrading.capex'],
        upkeep: 'converter.biogas_upgrading.opex',
        runningEur:
          (yearly * part * values['converter.biogas_upgrading.electricity'] * values['price.electricity']) / kwhPerMwh,
      },
      values,
    ),
    detail: () => `upgrade ${inWords(part * 100, '%')} of the gas, methane ${stepInWords(gap, to)}`,
  });
}

interface Additive {
  readonly name: string;
  readonly mjPerM3: number;
  readonly eurPerM3: FactorId;
}

/** Natural gas or propane enriches what is too lean for a burner, nitrogen thins what is too rich. */
export function gasBlending(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, to, parameter } = gap;
  const additive = additivesFor(gap).find((candidate) => isEnough(addedOf(gap, candidate)));
  if (additive === undefined) return null;
  const { name, eurPerM3 } = additive;
  const added = addedOf(gap, additive);
  return treated(gap, {
    kind: 'blending',
    paidBy: 'receiver',
    share: 1 + added,
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: values['change.dosing_station'],
        runningEur: feedOf(pair, 1 + added).yearly * added * values[eurPerM3],
      },
      values,
    ),
    detail: () =>
      `mix in ${inWords(added, 'm3')} of ${name} per m3, ${parameter.label.toLowerCase()} ${stepInWords(gap, to)}`,
  });
}

/** m3 per m3 of the supply, so that the mixture is what is wanted. */
function addedOf({ from, to }: QualityGap, { mjPerM3 }: Additive): number {
  return (to - from) / (mjPerM3 - to);
}

const isEnough = (added: number): boolean => added > 0 && added <= mostAdded;

/** The cheaper first. By heating value, or by Wobbe index, which is taken to mix alike: near enough for a screening. */
function additivesFor({ rises, parameter }: QualityGap): readonly Additive[] {
  if (!rises) return [nitrogen];
  return parameter.id === 'wobbe_mj_m3' ? byWobbe : byHeatingValue;
}

const nitrogen: Additive = { name: 'nitrogen', mjPerM3: 0, eurPerM3: 'change.nitrogen' };
const enrichingWith = (naturalGas: number, propane: number): readonly Additive[] => [
  { name: 'natural gas', mjPerM3: naturalGas, eurPerM3: 'price.methane' },
  { name: 'propane', mjPerM3: propane, eurPerM3: 'change.propane' },
];
const byHeatingValue = enrichingWith(35.9, 91.2);
const byWobbe = enrichingWith(48.2, 73.9);
/** What membranes and washers reach. */
const upgradedPercent = 98;
const leanestPercent = 30;
/** Beyond it the gas is no longer the supplier's. */
const mostAdded = 1;
