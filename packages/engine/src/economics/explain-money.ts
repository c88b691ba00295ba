// The money of a kept pair, line by line: the numbers of its figures, each with the formula that gave it.
import type { Line } from '@crg/domain/match';
import { measures } from '@crg/domain/units';
import { smallPlantFactor } from '../formulas/water.ts';
import { inWords, numberWord } from '../plain-words.ts';
import type { PreparedFlow } from '../prepared-flow.ts';
import { explainConversion } from './explain-conversion.ts';
import type { FactorTable } from './factor-table.ts';
import type { FactorId } from './factors.ts';
import { annuityIn } from './finance.ts';
import { unitWorth } from './flow-worth.ts';
import type { GasEnergy } from './gas-energy.ts';
import type { PairFigures } from './pair-figures.ts';
import { explainTransport, powerFactors } from './transport/explain-transport.ts';
import { economicsOf } from './type-economics.ts';

/** In reading order: quantity, what is saved, what it costs each year, what must be built, what is left. */
export function explainMoney(figures: PairFigures, factors: FactorTable): readonly Line[] {
  const { pair, transport, conversion } = figures;
  const input = pair.conversion?.input ?? pair.supply;
  const diverted = conversion?.divertedYearly ?? pair.commonYearly;
  return [
    quantityLine(figures),
    ...lostLines(figures),
    worthLine('avoided_purchase', 'Purchase the receiver no longer makes', pair.demand, {
      yearly: figures.delivered,
      gasEnergy: figures.gasEnergy,
      factors,
    }),
    worthLine('avoided_disposal', 'Disposal the supplier no longer pays', input, { yearly: diverted, factors }),
    ...treatmentLines(figures, factors),
    ...explainConversion(figures, factors),
    ...explainTransport(transport, pair, factors),
    ...electricityLines(figures, factors),
    {
      id: 'benefit',
      label: 'Benefit of both sides together, before investment',
      amount: figures.benefit,
      unit: 'EUR/a',
      formula: 'what is saved - treatment - transport - electricity - converter; a price between the parties cancels',
      factors: [],
    },
    {
      id: 'annuity',
      label: 'Investment, spread over its years with interest',
      amount: -figures.annuity,
      unit: 'EUR/a',
      formula: `${inWords(figures.investmentEur, 'EUR')} x ${annuityIn(factors.mids).toFixed(4)} a year`,
      factors: ['finance.discount_rate', 'finance.years'],
    },
    {
      id: 'margin',
      label: 'Yearly margin',
      amount: figures.margin,
      unit: 'EUR/a',
      formula: `${numberWord(figures.benefit)} - ${inWords(figures.annuity, 'EUR/a')}`,
      factors: [],
    },
  ];
}

function quantityLine({ pair }: PairFigures): Line {
  const { type } = pair.demand;
  return {
    id: 'quantity',
    label: 'Common quantity',
    amount: pair.commonYearly,
    unit: type.yearlyUnit,
    formula: `${inWords(pair.commonRate, type.rateUnit)} in ${inWords(pair.commonHours, 'h/a')} in common`,
    factors: [],
  };
}

/** Heat or cold that leaves the pipe on the way; nothing where that is not modelled. */
function lostLines({ pair, transport }: PairFigures): readonly Line[] {
  if (transport.mode !== 'pipe' || transport.lost === null) return [];
  const { mwhPerYear, wPerM, flowC, returnC } = transport.lost;
  const pipe = `${inWords(wPerM, 'W/m')} of a pair at ${numberWord(flowC)}/${numberWord(returnC)} °C`;
  return [
    {
      id: 'lost_on_the_way',
      label: 'Lost in the pipe, replaces nothing',
      amount: -mwhPerYear,
      unit: pair.demand.type.yearlyUnit,
      formula: `${pipe} x ${inWords(transport.routeKm * 1000, 'm')} x ${inWords(pair.commonHours, 'h/a')}`,
      factors: ['pipe.detour'],
    },
  ];
}

function worthLine(
  id: string,
  label: string,
  { worth, type }: PreparedFlow,
  { yearly, gasEnergy, factors }: { yearly: number; gasEnergy?: GasEnergy; factors: FactorTable },
): Line {
  const eurPerUnit = unitWorth(worth, factors.mids);
  const unit = `EUR/${measures[type.measure].amountUnit}`;
  const origin = { stated: 'as stated', default: 'default of the type', none: 'no value stated' }[worth.origin];
  return {
    id,
    label,
    amount: yearly * (gasEnergy?.ratio ?? 1) * eurPerUnit,
    unit: 'EUR/a',
    formula:
      worth.origin === 'none'
        ? origin
        : `${inWords(yearly, type.yearlyUnit)}${gasEnergy?.words ?? ''} x ${inWords(eurPerUnit, unit)} (${origin})`,
    factors: worth.factorId === null ? [] : [worth.factorId],
  };
}

function treatmentLines({ pair, conversion, treatment }: PairFigures, factors: FactorTable): readonly Line[] {
  const id: FactorId | undefined = economicsOf(pair.demand.type.id).treatment;
  if (id === undefined || conversion !== null) return [];
  const { label, mid, unit } = factors.factor(id);
  const times = smallPlantFactor(pair.commonRate);
  const small = times === 1 ? '' : ` x ${numberWord(times)} for a plant of ${inWords(pair.commonRate * 24, 'm3/d')}`;
  const formula = `${inWords(pair.commonYearly, pair.demand.type.yearlyUnit)} x ${inWords(mid, unit)}${small}`;
  return [{ id: 'treatment', label, amount: -treatment, unit: 'EUR/a', formula, factors: [id] }];
}

function electricityLines({ transport, electricity }: PairFigures, factors: FactorTable): readonly Line[] {
  if (transport.electricityMwh === 0) return [];
  const { mid, unit } = factors.factor('price.electricity');
  return [
    {
      id: 'electricity',
      label: 'Electricity of transport',
      amount: -electricity,
      unit: 'EUR/a',
      formula: `${inWords(transport.electricityMwh, 'MWh/a')} x ${inWords(mid, unit)}`,
      factors: ['price.electricity', ...powerFactors(transport)],
    },
  ];
}
