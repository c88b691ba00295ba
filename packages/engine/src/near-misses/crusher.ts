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

const micrometrePerMm = 1000;
const coarsestGroundMm = 1;
const finestMm = 0.01;
