// Everything about the money and the CO2 of a kept pair, from the same figures that ranked it.
import type { Band, PairEconomics } from '@crg/domain/match';
import { co2FiguresOf } from './co2-figures.ts';
import { explainCo2 } from './explain-co2.ts';
import { explainMoney } from './explain-money.ts';
import { netPresentValue, paybackYears } from './finance.ts';
import type { PairFigures } from './pair-figures.ts';

/** @param withLines false leaves `money` and `co2` empty; every other number is the same */
export function explainPair(figures: PairFigures, withLines = true): PairEconomics {
  const { transport, benefit, margin } = figures;
  const co2 = co2FiguresOf(figures);
  return {
    marginEurPerYear: margin,
    benefitEurPerYear: benefit,
    investmentEur: { low: transport.investmentLow, mid: transport.investmentMid, high: transport.investmentHigh },
    npvEur: npvBand(figures),
    paybackYears: paybackYears({ investmentEur: transport.investmentMid, benefitEurPerYear: benefit }),
    co2TonnesPerYear: co2.netTonnes,
    routeKm: transport.routeKm,
    transportMode: transport.mode,
    money: withLines ? explainMoney(figures) : [],
    co2: withLines ? explainCo2(figures, co2) : [],
  };
}

/** Low: dear investment and poor value together; high: the other way round. What the parties state has no band. */
function npvBand({ pair, transport, benefit }: PairFigures): Band {
  const { supply, demand, commonYearly } = pair;
  const benefitAt = (bound: 'low' | 'mid' | 'high') =>
    benefit + commonYearly * (demand.worth[bound] - demand.worth.mid + supply.worth[bound] - supply.worth.mid);
  const value = (investmentEur: number, bound: 'low' | 'mid' | 'high') =>
    netPresentValue({ investmentEur, benefitEurPerYear: benefitAt(bound) });
  return {
    low: value(transport.investmentHigh, 'low'),
    mid: value(transport.investmentMid, 'mid'),
    high: value(transport.investmentLow, 'high'),
  };
}
