// Pieces that are too coarse: crushed and screened, below 1 mm ground. Too fine ones are not made coarser.
import type { FactorValues } from '../economics/factor-table.ts';
import { grindingKwhPerT } from '../formulas/materials.ts';
import type { Change } from './change.ts';
import { feedOf, kwhPerMwh, plantEurPerYear } from './plant.ts';
import { type QualityGap, stepInWords, treated } from './quality-gap.ts';

export function crusher(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from, to } = gap;
  if (gap.rises || to < finestMm) return null;
  const { yearly } = feedOf(pair);
  const isMill = to < coarsestGroundMm;
  const kwhPerT =
    values['converter.fine_grinding.real_mill'] *
    grindingKwhPerT({
      feedMicrometre: from * micrometrePerMm,
      productMicrometre: to * micrometrePerMm,
      workIndex: values['converter.fine_grinding.work_index'],
    });
  return treated(gap, {
    kind: 'crusher',
    paidBy: 'supplier',
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: yearly * values[isMill ? 'converter.fine_grinding.capex' : 'converter.crusher.capex'],
        upkeep: isMill ? 'converter.fine_grinding.opex' : 'converter.crusher.opex',
        runningEur: (yearly * kwhPerT * values['price.electricity']) / kwhPerMwh,
      },
      values,
    ),
    detail: () => `${isMill ? 'grind' : 'crush'} ${stepInWords(gap, to)}`,
  });
}

/** Too much above 45 µm in an ash: as large a part of it is ground as brings the whole to what is wanted. */
export function fineGrinding(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from, to } = gap;
  const part = (from - to) / from;
  const { yearly } = feedOf(pair);
  const kwhPerT =
    values['converter.fine_grinding.real_mill'] *
    grindingKwhPerT({
      feedMicrometre: coarseAshMicrometre,
      productMicrometre: groundAshMicrometre,
      workIndex: values['converter.fine_grinding.work_index'],
    });
  return treated(gap, {
    kind: 'crusher',
    paidBy: 'supplier',
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: yearly * part * values['converter.fine_grinding.capex'],
        upkeep: 'converter.fine_grinding.opex',
        runningEur: (yearly * part * kwhPerT * values['price.electricity']) / kwhPerMwh,
      },
      values,
    ),
    detail: () => `grind a part of it, ${gap.parameter.label.toLowerCase()} ${stepInWords(gap, to)}`,
  });
}

const coarseAshMicrometre = 100;
const groundAshMicrometre = 40;
const micrometrePerMm = 1000;
const coarsestGroundMm = 1;
const finestMm = 0.01;
