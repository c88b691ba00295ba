// The CO2 of a kept pair, line by line.
import type { Line } from '@crg/domain/match';
import { inWords, numberWord } from '../plain-words.ts';
import type { Co2Figures } from './co2-figures.ts';
import type { FactorTable } from './factor-table.ts';
import type { FactorId } from './factors.ts';
import { gridWords } from './grid-words.ts';
import type { PairFigures } from './pair-figures.ts';
import { economicsOf } from './type-economics.ts';

/** t/a each, avoided positive, caused negative, the sum last. What is not known is 0 in its line, which says so. */
export function explainCo2(figures: PairFigures, co2: Co2Figures, factors: FactorTable): readonly Line[] {
  const lines = [purchaseLine(figures, co2, factors), disposalLine(figures, co2, factors)];
  if (co2.vehiclesKg > 0)
    lines.push(line('vehicles', 'Vehicles', -co2.vehiclesKg, vehicleFormula(figures), vehicleFactors(figures)));
  if (figures.transport.electricityMwh > 0) lines.push(electricityLine(figures, co2, factors));
  lines.push(...converterLines(figures, co2, factors));
  return [...lines, line('net', 'Avoided in total', co2.netTonnes * 1000, 'avoided - caused', [])];
}

function line(id: string, label: string, kg: number, formula: string, factors: readonly FactorId[]): Line {
  return { id, label, amount: kg / 1000, unit: 't/a', formula, factors };
}

function purchaseLine({ pair, delivered, gasEnergy }: PairFigures, co2: Co2Figures, factors: FactorTable): Line {
  const label = 'What the receiver no longer uses';
  const { replaced } = economicsOf(pair.demand.type.id);
  if (replaced === undefined) return line('avoided_purchase', label, 0, 'no sourced baseline for this type', []);
  const displaced = factors.factor(replaced.displaced).mid;
  const quantity = inWords(delivered, pair.demand.type.yearlyUnit);
  if ('co2' in replaced) {
    const { mid, unit } = factors.factor(replaced.co2);
    const formula = `${quantity}${gasEnergy.words} x ${inWords(mid, unit)} x ${numberWord(displaced)} displaced`;
    return line('avoided_purchase', label, co2.avoidedPurchaseKg, formula, [replaced.co2, replaced.displaced]);
  }
  const { mid, unit } = factors.factor(replaced.electricity);
  const used = `${quantity} x ${inWords(mid, unit)}`;
  const grid = gridWords(pair.demand.site.country, factors);
  if (co2.grid === null) return line('avoided_purchase', label, 0, `${used} x ${grid}`, [replaced.electricity]);
  const formula = `${used} x ${grid} x ${numberWord(displaced)} displaced`;
  const named = [replaced.electricity, co2.grid, replaced.displaced];
  return line('avoided_purchase', label, co2.avoidedPurchaseKg, formula, named);
}

/** What a converter causes; nothing for a pair without one. */
function converterLines({ pair, conversion }: PairFigures, co2: Co2Figures, factors: FactorTable): readonly Line[] {
  if (conversion === null) return [];
  const lines: Line[] = [];
  const { electricityMwh, heatMwh, inputYearly, yields } = conversion;
  if (electricityMwh > 0) {
    const formula = `${inWords(electricityMwh, 'MWh/a')} x ${gridWords(pair.supply.site.country, factors)}`;
    const named = co2.converterGrid === null ? [] : [co2.converterGrid];
    lines.push(
      line('converter_electricity', 'Electricity of the converter', -co2.converterElectricityKg, formula, named),
    );
  }
  if (heatMwh > 0) {
    const { mid, unit } = factors.factor('co2.boiler_heat');
    const formula = `${inWords(heatMwh, 'MWh/a')} x ${inWords(mid, unit)}`;
    lines.push(
      line('converter_heat', 'Heat bought for the converter', -co2.converterHeatKg, formula, ['co2.boiler_heat']),
    );
  }
  if (co2.escapedKg > 0) {
    const formula = `${numberWord(inputYearly)} x ${numberWord(yields.directCo2Kg)} kg of CO2e`;
    const { slip, loss } = pair.conversion?.converter.figures ?? {};
    const named = [slip, loss].filter((id) => id !== undefined);
    lines.push(line('converter_escape', 'Methane that escapes', -co2.escapedKg, formula, named));
  }
  return lines;
}

function disposalLine({ pair, conversion }: PairFigures, co2: Co2Figures, factors: FactorTable): Line {
  const label = 'Disposal that no longer happens';
  const { type } = pair.conversion?.input ?? pair.supply;
  const { disposalCo2 } = economicsOf(type.id);
  if (disposalCo2 === undefined) return line('avoided_disposal', label, 0, 'no sourced baseline for this type', []);
  const { mid, unit } = factors.factor(disposalCo2);
  const formula = `${inWords(conversion?.divertedYearly ?? pair.commonYearly, type.yearlyUnit)} x ${inWords(mid, unit)}`;
  return line('avoided_disposal', label, co2.avoidedDisposalKg, formula, [disposalCo2]);
}

function electricityLine({ pair, transport }: PairFigures, co2: Co2Figures, factors: FactorTable): Line {
  const grid = gridWords(pair.demand.site.country, factors);
  const formula = `${inWords(transport.electricityMwh, 'MWh/a')} x ${grid}`;
  const label = 'Electricity of transport';
  if (co2.grid === null) return line('electricity', label, 0, formula, []);
  return line('electricity', label, -co2.electricityKg, formula, [co2.grid]);
}

function vehicleFormula({ transport }: PairFigures): string {
  const trips = transport.mode === 'truck' ? transport.trips : transport.mode === 'visit' ? transport.visits : 0;
  return `${numberWord(trips)} trips/a x ${inWords(transport.routeKm, 'km')} there and back`;
}

function vehicleFactors({ transport }: PairFigures): readonly FactorId[] {
  return transport.mode === 'truck' ? ['co2.truck_full', 'co2.truck_empty'] : ['co2.van'];
}
