// The money of a kept pair, line by line: the numbers of its figures, each with the formula that gave it.
import type { Line } from '@crg/domain/match';
import { measures } from '@crg/domain/units';
import { inWords, numberWord } from '../plain-words.ts';
import type { PreparedFlow } from '../prepared-flow.ts';
import { type FactorId, factor } from './factors.ts';
import { defaultAnnuity } from './finance.ts';
import type { PairFigures } from './pair-figures.ts';
import { explainTransport } from './transport/explain-transport.ts';
import { economicsOf } from './type-economics.ts';

/** In reading order: quantity, what is saved, what it costs each year, what must be built, what is left. */
export function explainMoney(figures: PairFigures): readonly Line[] {
  const { pair, transport } = figures;
  return [
    quantityLine(figures),
    worthLine('avoided_purchase', 'Purchase the receiver no longer makes', pair.demand, figures),
    worthLine('avoided_disposal', 'Disposal the supplier no longer pays', pair.supply, figures),
    ...treatmentLines(figures),
    ...explainTransport(transport, pair),
    ...electricityLines(figures),
    {
      id: 'benefit',
      label: 'Benefit of both sides together, before investment',
      amount: figures.benefit,
      unit: 'EUR/a',
      formula: 'what is saved - treatment - transport - electricity; a price between the parties cancels',
      factors: [],
    },
    {
      id: 'annuity',
      label: 'Investment, spread over its years with interest',
      amount: -figures.annuity,
      unit: 'EUR/a',
      formula: `${inWords(transport.investmentMid, 'EUR')} x ${defaultAnnuity.toFixed(4)} a year`,
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

function worthLine(id: string, label: string, side: PreparedFlow, { pair }: PairFigures): Line {
  const { worth, type } = side;
  const unit = `EUR/${measures[type.measure].amountUnit}`;
  const origin = { stated: 'as stated', default: 'default of the type', none: 'no value stated' }[worth.origin];
  return {
    id,
    label,
    amount: pair.commonYearly * worth.mid,
    unit: 'EUR/a',
    formula:
      worth.origin === 'none'
        ? origin
        : `${inWords(pair.commonYearly, type.yearlyUnit)} x ${inWords(worth.mid, unit)} (${origin})`,
    factors: worth.factorId === null ? [] : [worth.factorId],
  };
}

function treatmentLines({ pair, treatment }: PairFigures): readonly Line[] {
  const id: FactorId | undefined = economicsOf(pair.demand.type.id).treatment;
  if (id === undefined) return [];
  const { label, mid, unit } = factor(id);
  const formula = `${inWords(pair.commonYearly, pair.demand.type.yearlyUnit)} x ${inWords(mid, unit)}`;
  return [{ id: 'treatment', label, amount: -treatment, unit: 'EUR/a', formula, factors: [id] }];
}

function electricityLines({ transport, electricity }: PairFigures): readonly Line[] {
  if (transport.electricityMwh === 0) return [];
  const { mid, unit } = factor('price.electricity');
  return [
    {
      id: 'electricity',
      label: 'Electricity of transport',
      amount: -electricity,
      unit: 'EUR/a',
      formula: `${inWords(transport.electricityMwh, 'MWh/a')} x ${inWords(mid, unit)}`,
      factors: ['price.electricity'],
    },
  ];
}
