// Everything about the money and the CO2 of a kept pair, from the same figures that ranked it.
import type { Band, PairEconomics } from '@crg/domain/match';
import { co2FiguresOf } from './co2-figures.ts';
import { explainCo2 } from './explain-co2.ts';
import { explainMoney } from './explain-money.ts';
import type { FactorTable } from './factor-table.ts';
import { netPresentValue, paybackYears } from './finance.ts';
import type { PairFigures } from './pair-figures.ts';
import { transportOf } from './transport/transport.ts';

/** @param withLines false leaves `money` and `co2` empty; every other number is the same */
export function explainPair(figures: PairFigures, factors: FactorTable, withLines = true): PairEconomics {
  const { transport, benefit, margin } = figures;
  const co2 = co2FiguresOf(figures, factors.mids);
  const investmentEur = investmentBand(figures, factors);
  return {
    marginEurPerYear: margin,
    benefitEurPerYear: benefit,
    investmentEur,
    npvEur: npvBand(figures, investmentEur, factors),
    paybackYears: paybackYears({ investmentEur: transport.investmentEur, benefitEurPerYear: benefit }, factors.mids),
    co2TonnesPerYear: co2.netTonnes,
    routeKm: transport.routeKm,
    transportMode: transport.mode,
    money: withLines ? explainMoney(figures, factors) : [],
    co2: withLines ? explainCo2(figures, co2, factors) : [],
  };
}

/** What is built, at the low and the high end of what building costs. */
function investmentBand({ pair, transport }: PairFigures, factors: FactorTable): Band {
  const mid = transport.investmentEur;
  if (mid === 0) return { low: 0, mid, high: 0 };
  return {
    low: transportOf(pair, factors.cheapToBuild).investmentEur,
    mid,
    high: transportOf(pair, factors.dearToBuild).investmentEur,
  };
}

/** Low: dear investment and poor value together; high: the other way round. What the parties state has no band. */
function npvBand({ pair, benefit }: PairFigures, investmentEur: Band, factors: FactorTable): Band {
  const { supply, demand, commonYearly } = pair;
  const sides = [supply.worth, demand.worth];
  const benefitAt = (bound: 'low' | 'high') => {
    const shift = ({ factorId }: (typeof sides)[number]) =>
      factorId === null ? 0 : factors.factor(factorId)[bound] - factors.mids[factorId];
    return benefit + commonYearly * sides.reduce((sum, worth) => sum + shift(worth), 0);
  };
  const value = (investment: number, benefitEurPerYear: number) =>
    netPresentValue({ investmentEur: investment, benefitEurPerYear }, factors.mids);
  return {
    low: value(investmentEur.high, benefitAt('low')),
    mid: value(investmentEur.mid, benefit),
    high: value(investmentEur.low, benefitAt('high')),
  };
}
