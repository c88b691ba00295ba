// The CO2 of a kept pair, line by line.
import type { Line } from '@crg/domain/match';
import { inWords, numberWord } from '../plain-words.ts';
import type { Co2Figures } from './co2-figures.ts';
import { type FactorId, factor } from './factors.ts';
import type { PairFigures } from './pair-figures.ts';
import { economicsOf } from './type-economics.ts';

/** t/a each, avoided positive, caused negative, the sum last. */
export function explainCo2(figures: PairFigures, co2: Co2Figures): readonly Line[] {
  const { transport } = figures;
  const line = (id: string, label: string, kg: number, formula: string, factors: readonly FactorId[]): Line => ({
    id,
    label,
    amount: kg / 1000,
    unit: 't/a',
    formula,
    factors,
  });
  const lines = [purchaseLine(figures, co2, line), disposalLine(figures, co2, line)];
  if (co2.vehiclesKg > 0)
    lines.push(line('vehicles', 'Vehicles', -co2.vehiclesKg, vehicleFormula(figures), vehicleFactors(figures)));
  if (co2.electricityKg > 0) {
    const formula = `${inWords(transport.electricityMwh, 'MWh/a')} x ${inWords(factor(co2.grid).mid, 'kg/kWh')} (${factor(co2.grid).geography})`;
    lines.push(line('electricity', 'Electricity of transport', -co2.electricityKg, formula, [co2.grid]));
  }
  return [...lines, line('net', 'Avoided in total', co2.netTonnes * 1000, 'avoided - caused', [])];
}

type MakeLine = (id: string, label: string, kg: number, formula: string, factors: readonly FactorId[]) => Line;

function purchaseLine({ pair }: PairFigures, co2: Co2Figures, line: MakeLine): Line {
  const label = 'What the receiver no longer uses';
  const { replaced } = economicsOf(pair.demand.type.id);
  if (replaced === undefined) return line('avoided_purchase', label, 0, 'no sourced baseline for this type', []);
  const displaced = factor(replaced.displaced).mid;
  const quantity = inWords(pair.commonYearly, pair.demand.type.yearlyUnit);
  if ('co2' in replaced) {
    const { mid, unit } = factor(replaced.co2);
    const formula = `${quantity} x ${inWords(mid, unit)} x ${numberWord(displaced)} displaced`;
    return line('avoided_purchase', label, co2.avoidedPurchaseKg, formula, [replaced.co2, replaced.displaced]);
  }
  const { mid, unit } = factor(replaced.electricity);
  const grid = factor(co2.grid);
  const formula = `${quantity} x ${inWords(mid, unit)} x ${inWords(grid.mid, grid.unit)} (${grid.geography}) x ${numberWord(displaced)} displaced`;
  return line('avoided_purchase', label, co2.avoidedPurchaseKg, formula, [
    replaced.electricity,
    co2.grid,
    replaced.displaced,
  ]);
}

function disposalLine({ pair }: PairFigures, co2: Co2Figures, line: MakeLine): Line {
  const label = 'Disposal that no longer happens';
  const { disposalCo2 } = economicsOf(pair.supply.type.id);
  if (disposalCo2 === undefined) return line('avoided_disposal', label, 0, 'no sourced baseline for this type', []);
  const { mid, unit } = factor(disposalCo2);
  const formula = `${inWords(pair.commonYearly, pair.supply.type.yearlyUnit)} x ${inWords(mid, unit)}`;
  return line('avoided_disposal', label, co2.avoidedDisposalKg, formula, [disposalCo2]);
}

function vehicleFormula({ transport }: PairFigures): string {
  const trips = transport.mode === 'truck' ? transport.trips : transport.mode === 'visit' ? transport.visits : 0;
  return `${numberWord(trips)} trips/a x ${inWords(transport.routeKm, 'km')} there and back`;
}

function vehicleFactors({ transport }: PairFigures): readonly FactorId[] {
  return transport.mode === 'truck' ? ['co2.truck_full', 'co2.truck_empty'] : ['co2.van'];
}
