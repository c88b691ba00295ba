// What a pair is to each party: who pays for what, at which price, and what is left for society.
import type { PartyName, PriceCorridor } from '@crg/domain/match';
import { eurPerUnit } from '@crg/domain/price';
import { measures } from '@crg/domain/units';
import { highestPrice, lowestPrice, nashPrice, type OwnSide } from '../formulas/finance.ts';
import type { FactorValues } from './factor-table.ts';
import { annuityIn } from './finance.ts';
import type { PairFigures } from './pair-figures.ts';

/** What a party builds, and what it has of the exchange every year before that is paid back. */
export interface PartyFigures {
  readonly investmentEur: number;
  readonly benefitEurPerYear: number;
}

export interface Settlement {
  readonly corridor: PriceCorridor;
  /** What the receiver pays the supplier, EUR/a. */
  readonly salesEur: number;
  /** Network charges, levies and taxes that a private wire saves its user: what the user gains the public loses, EUR/a. */
  readonly savedTariffsEur: number;
  readonly parties: Readonly<Record<PartyName, PartyFigures>>;
}

/**
 * The price is one at the supplier's gate: the supplier pays what stands at the source (taking heat out, a converter), the
 * receiver the connection, transport, treatment and integration. It is the price the supply states, else the one at which both gain
 * alike (Nash), else the middle of the gap between both reservation prices.
 *
 * Society is both parties together, so the price cancels, without the tariffs that a private wire saves.
 * @param figures worked out at the same `values`
 * Source of the formulas: reservation prices and Nash, `formulas/finance.ts`.
 */
export function settle(figures: PairFigures, values: FactorValues): Settlement {
  const { pair } = figures;
  const sides = sidesOf(figures, annuityIn(values));
  const corridor = corridorOf(figures, sides);
  const salesEur = corridor.price * pair.commonYearly;
  const supplier = partyOf(sides.supplier, salesEur);
  const receiver = partyOf(sides.receiver, -salesEur);
  const savedTariffsEur =
    figures.transport.mode === 'wire' ? figures.avoidedPurchase * values['electricity.tariff_share'] : 0;
  const society = {
    investmentEur: supplier.investmentEur + receiver.investmentEur,
    benefitEurPerYear: supplier.benefitEurPerYear + receiver.benefitEurPerYear - savedTariffsEur,
  };
  return { corridor, salesEur, savedTariffsEur, parties: { supplier, receiver, society } };
}

function sidesOf(
  { transport, conversion, investmentEur, avoidedPurchase, avoidedDisposal, treatment, electricity }: PairFigures,
  annuity: number,
): { readonly supplier: OwnSide; readonly receiver: OwnSide } {
  const takenOutEur = transport.mode === 'pipe' ? transport.extractionEur : 0;
  const atSourceEur = takenOutEur + (conversion?.investmentEur ?? 0);
  return {
    supplier: {
      annuity,
      investmentEur: atSourceEur,
      costsEurPerYear: conversion?.yearlyEur ?? 0,
      avoidedEurPerYear: avoidedDisposal,
    },
    receiver: {
      annuity,
      investmentEur: investmentEur - atSourceEur,
      costsEurPerYear: treatment + electricity + transport.yearlyEur,
      avoidedEurPerYear: avoidedPurchase,
    },
  };
}

function partyOf({ investmentEur, avoidedEurPerYear, costsEurPerYear }: OwnSide, receivedEur: number): PartyFigures {
  return { investmentEur, benefitEurPerYear: receivedEur + avoidedEurPerYear - costsEurPerYear };
}

function corridorOf({ pair }: PairFigures, sides: ReturnType<typeof sidesOf>): PriceCorridor {
  const { type, flow } = pair.supply;
  const lowest = lowestPrice(sides.supplier, pair.commonYearly);
  const highest = highestPrice(sides.receiver, pair.commonYearly);
  const nash = nashPrice({ lowest, highest });
  const unit = `EUR/${measures[pair.demand.type.measure].amountUnit}`;
  const stated = flow.price === null ? null : eurPerUnit(flow.price, type);
  if (stated !== null) return { unit, lowest, highest, nash, price: stated, priceBasis: 'stated' };
  const middle = (lowest + highest) / 2;
  return { unit, lowest, highest, nash, price: middle, priceBasis: nash === null ? 'middle_of_gap' : 'nash' };
}
