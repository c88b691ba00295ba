// What the engine answers, on the wire.
import type { Chain, ConverterUse, Match, NearMiss, Notice, Verdict } from '@crg/domain/match';
import type { ChainWire, MatchWire, NearMissWire, NoticeWire, VerdictWire } from './schemas.ts';

/** The verdict's numbers; its sentence is left to those who show it to a person. */
export function verdictToWire({ judge, result, value, limit, unit, permit }: Verdict): VerdictWire {
  return { judge, result, value, limit, unit, ...(permit === undefined ? {} : { permit }) };
}

export function matchToWire(match: Match): MatchWire {
  const { quality, temporal, quantity, trust, economic, transport, regulatory } = match.terms;
  const { low, mid, high } = match.economics.npvEur;
  return {
    supply_id: match.supplyId,
    demand_id: match.demandId,
    rank: match.rank,
    score: match.score,
    terms: { quality, temporal, quantity, trust, economic, transport, regulatory },
    distance_km: match.distanceKm,
    common_quantity: { amount: match.commonQuantity.amount, unit: match.commonQuantity.unit },
    verdicts: match.verdicts.map(verdictToWire),
    margin_eur_per_year: match.economics.marginEurPerYear,
    npv_eur: { low, mid, high },
    co2_t_per_year: match.economics.co2TonnesPerYear,
  };
}

/** `converters` names them for readers who want no more; `converter_uses` has what each takes and gives. */
export function chainToWire(chain: Chain): ChainWire {
  return {
    ...matchToWire(chain),
    converters: chain.converters.map(({ id }) => id),
    converter_uses: chain.converters.map(converterUseToWire),
  };
}

export function converterUseToWire(use: ConverterUse): ChainWire['converter_uses'][number] {
  const { low, mid, high } = use.investmentEur;
  return {
    id: use.id,
    input: { amount: use.input.amount, unit: use.input.unit },
    output: { amount: use.output.amount, unit: use.output.unit },
    electricity_mwh_per_year: use.electricityMwhPerYear,
    investment_eur: { low, mid, high },
  };
}

export function nearMissToWire({ supplyId, demandId, failed, changes }: NearMiss): NearMissWire {
  return {
    supply_id: supplyId,
    demand_id: demandId,
    failed: [...failed],
    changes: changes.map(({ kind, detail, costEurPerYear, judge, paidBy }) => ({
      kind,
      detail,
      cost_eur_per_year: costEurPerYear,
      judge,
      paid_by: paidBy,
    })),
  };
}

export function noticeToWire({ code, flowId, text }: Notice): NoticeWire {
  return { code, flow_id: flowId, text };
}
