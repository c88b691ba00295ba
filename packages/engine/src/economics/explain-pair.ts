// Everything about the money and the CO2 of a kept pair, from the same figures that ranked it.
import type { Band, PairEconomics } from '@crg/domain/match';
import { attributionalCo2 } from './attributional.ts';
import { type Co2Figures, co2FiguresOf } from './co2-figures.ts';
import { npvEnvelope } from './envelope.ts';
import { explainCo2 } from './explain-co2.ts';
import { explainMoney } from './explain-money.ts';
import { explainParties } from './explain-parties.ts';
import type { FactorTable } from './factor-table.ts';
import { paybackYears } from './finance.ts';
import { figuresOf, type PairFigures } from './pair-figures.ts';
import { settle } from './parties.ts';

/** @param withLines false leaves everything out that is made of lines; every other number is the same */
export function explainPair(figures: PairFigures, factors: FactorTable, withLines = true): PairEconomics {
  const { transport, benefit, margin } = figures;
  const co2 = co2FiguresOf(figures, factors.mids);
  return {
    marginEurPerYear: margin,
    benefitEurPerYear: benefit,
    investmentEur: investmentBand(figures, factors),
    npvEur: npvEnvelope(figures, factors),
    paybackYears: paybackYears({ investmentEur: figures.investmentEur, benefitEurPerYear: benefit }, factors.mids),
    co2TonnesPerYear: co2.netTonnes,
    routeKm: transport.routeKm,
    transportMode: transport.mode,
    ...(withLines ? explanation(figures, co2, factors) : unexplained),
  };
}

type Explanation = Pick<PairEconomics, 'money' | 'co2' | 'parties' | 'corridor' | 'co2Attributional'>;

const unexplained: Explanation = { money: [], co2: [], parties: [], corridor: null, co2Attributional: null };

function explanation(figures: PairFigures, co2: Co2Figures, factors: FactorTable): Explanation {
  const money = explainMoney(figures, factors);
  const co2Lines = explainCo2(figures, co2, factors);
  const settlement = settle(figures, factors.mids);
  return {
    money,
    co2: co2Lines,
    parties: explainParties(figures, settlement, money, factors),
    corridor: settlement.corridor,
    co2Attributional: attributionalCo2(figures, co2Lines, factors),
  };
}

/** What is built, at the low and the high end of what building costs. */
function investmentBand({ pair, investmentEur: mid }: PairFigures, factors: FactorTable): Band {
  if (mid === 0) return { low: 0, mid, high: 0 };
  return {
    low: figuresOf(pair, factors.cheapToBuild).investmentEur,
    mid,
    high: figuresOf(pair, factors.dearToBuild).investmentEur,
  };
}
