// What the engine answers: verdicts with numbers, score term by term, money and CO2. Data only.
import type { Paper } from './permit-papers.ts';

export type JudgeName = 'type' | 'distance' | `quality.${string}` | 'time' | 'quantity' | 'permit' | 'visibility';
export type VerdictResult = 'pass' | 'unknown' | 'fail';
export type PermitOutcome = 'allowed' | 'needs_permit' | 'unknown' | 'prohibited';

/** The answer of one constraint about one pair, with the numbers it was judged by. */
export interface Verdict {
  readonly judge: JudgeName;
  readonly result: VerdictResult;
  /** What the pair has; null when nothing was stated. */
  readonly value: number | null;
  /** What the constraint allows; null when nothing was stated. */
  readonly limit: number | null;
  /** UCUM-style unit of value and limit, null when they have none. */
  readonly unit: string | null;
  /** One sentence a person can act on. */
  readonly text: string;
  readonly permit?: PermitOutcome;
  /** Permit rules that spoke, strictest first. */
  readonly rules?: readonly PermitRuling[];
}

export interface PermitRuling {
  readonly rule: string;
  readonly version: number;
  /** The country or group of countries whose law it is, e.g. `EU`, `DK`. */
  readonly jurisdiction: string;
  readonly clause: string;
  /** First day in application, YYYY-MM-DD; empty where there is no such law here. */
  readonly validFrom: string;
  readonly outcome: PermitOutcome;
  readonly text: string;
  readonly factsUsed: readonly string[];
  readonly factsMissing: readonly string[];
}

export type TermName = 'quality' | 'temporal' | 'quantity' | 'trust' | 'economic' | 'transport' | 'regulatory';
/** Each in [0,1]; `transport` and `regulatory` are subtracted. */
export type ScoreTerms = Readonly<Record<TermName, number>>;

/** A question of the permit rules that nobody has answered, and the gate with either answer, all else as it is. */
export interface OpenPaper {
  readonly paper: Paper;
  readonly ifYes: PermitOutcome;
  readonly ifNo: PermitOutcome;
}

export interface Amount {
  readonly amount: number;
  readonly unit: string;
}

export interface Band {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** A supply flow and a demand flow of two organizations that pass every judge. */
export interface Match {
  readonly supplyId: string;
  readonly demandId: string;
  /** Per supply from 1, by score, ties by demand id. */
  readonly rank: number;
  readonly score: number;
  readonly terms: ScoreTerms;
  readonly distanceKm: number;
  readonly commonHours: number;
  /** Per year, in the type's yearly unit. */
  readonly commonQuantity: Amount;
  readonly verdicts: readonly Verdict[];
  readonly economics: PairEconomics;
}

/** One named number of a calculation, so that every figure on a page can say how it was made. */
export interface Line {
  readonly id: string;
  readonly label: string;
  readonly amount: number;
  readonly unit: string;
  /** The formula with its numbers in it, e.g. `4,380 MWh/a x 45.04 EUR/MWh`. */
  readonly formula: string;
  /** Ids in the factor table. */
  readonly factors: readonly string[];
}

export interface PairEconomics {
  /** Yearly benefit of the pair after the annuity of its investment; transfers between the parties cancel. */
  readonly marginEurPerYear: number;
  readonly benefitEurPerYear: number;
  readonly investmentEur: Band;
  readonly npvEur: Band;
  /** Years; null when it is never paid back. */
  readonly paybackYears: number | null;
  readonly co2TonnesPerYear: number;
  readonly routeKm: number;
  readonly transportMode: 'pipe' | 'truck' | 'wire' | 'visit';
  readonly money: readonly Line[];
  readonly co2: readonly Line[];
  /** Supplier, receiver, society; empty, and the two below null, where a run keeps no lines. */
  readonly parties: readonly PartyEconomics[];
  readonly corridor: PriceCorridor | null;
  readonly co2Attributional: AttributionalCo2 | null;
}

export type PartyName = 'supplier' | 'receiver' | 'society';

/** What the exchange is to one party. Transfers between the parties cancel in society's. */
export interface PartyEconomics {
  readonly party: PartyName;
  readonly investmentEur: number;
  readonly benefitEurPerYear: number;
  /** Benefit less the annuity of the investment. */
  readonly marginEurPerYear: number;
  readonly npvEur: number;
  readonly internalRates: InternalRates;
  /** Years without and with interest; null when that is never within the horizon. */
  readonly paybackYears: number | null;
  readonly discountedPaybackYears: number | null;
  readonly lines: readonly Line[];
}

/** `none`: the flows never change sign. `ambiguous`: several rates, so the NPV decides. Rates as shares, 0.08 is 8 %. */
export interface InternalRates {
  readonly status: 'none' | 'single' | 'ambiguous';
  readonly rates: readonly number[];
}

/** EUR per unit at the supplier's gate, between the prices at which either party would gain nothing. */
export interface PriceCorridor {
  readonly unit: string;
  /** The supplier's reservation price; negative when it would pay to be rid of it. */
  readonly lowest: number;
  /** The receiver's. Below `lowest` there is no price at which both gain: the gap is the subsidy needed. */
  readonly highest: number;
  /** Where both gain alike; a mark, never a recommendation. null when the corridor is empty. */
  readonly nash: number | null;
  /** The price the parties' figures are worked out at, and where it comes from. */
  readonly price: number;
  readonly priceBasis: 'stated' | 'nash' | 'middle_of_gap';
}

export interface Percentiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** What the stated precision and the ranges of the factors leave open; seeded, so the same pair gives the same numbers. */
export interface PairUncertainty {
  readonly samples: number;
  readonly seed: number;
  readonly marginEurPerYear: Percentiles;
  readonly npvEur: Percentiles;
  readonly co2TonnesPerYear: Percentiles;
  /** Share of the samples with an NPV below 0. */
  readonly chanceOfLoss: number;
  /** The inputs that move the NPV most, the largest swing first; at most three are kept for show. */
  readonly drivers: readonly Driver[];
}

/** One input at its low and high end (P10, P90), all others at their middle. */
export interface Driver {
  /** A factor's id, or `quantity.supply`, `quantity.demand`. */
  readonly input: string;
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly npvAtLowEur: number;
  readonly npvAtHighEur: number;
  /** Share of the variance of the NPV, in [0,1]. */
  readonly share: number;
}

/** t CO2e a year by which each party's own inventory changes, a fall below 0 (average factors); never added to what is avoided. */
export interface AttributionalCo2 {
  readonly supplierTonnesPerYear: number;
  readonly receiverTonnesPerYear: number;
  readonly lines: readonly Line[];
}

/** A supply that serves a demand of another kind through one converter; the same judges and economics as a match. */
export interface Chain extends Match {
  readonly converters: readonly ConverterUse[];
}

export interface ConverterUse {
  /** In the converter table, e.g. `anaerobic_digester`. */
  readonly id: string;
  readonly label: string;
  readonly input: Amount;
  readonly output: Amount;
  readonly electricityMwhPerYear: number;
  readonly investmentEur: Band;
}

/** A rejected pair and the smallest change that makes it fit; re-judging has confirmed it. */
export interface NearMiss {
  readonly supplyId: string;
  readonly demandId: string;
  readonly distanceKm: number;
  readonly failed: readonly JudgeName[];
  readonly changes: readonly NearMissChange[];
  readonly verdicts: readonly Verdict[];
}

/** Every way in which a rejected pair is mended here. */
export const changeKinds = [
  'heat_pump',
  'distance',
  'preheat',
  'smaller_take',
  'heater',
  'chiller',
  'cooler',
  'climate_control',
  'water_treatment',
  'neutralisation',
  'compressor',
  'purification',
  'desulphurisation',
  'gas_drying',
  'dedusting',
  'upgrading',
  'blending',
  'dryer',
  'dewatering',
  'evaporator',
  'sorting',
  'washing',
  'settling',
  'distillation',
  'carbon_removal',
  'ageing',
  'crusher',
  'transformer',
  'stronger_connection',
  'green_certificates',
  'faster_service',
  'buffer_store',
  'other_hours',
  'other_dates',
  'quantity',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface NearMissChange {
  readonly kind: ChangeKind;
  readonly detail: string;
  readonly costEurPerYear: number;
  /** The judge whose objection it removes. */
  readonly judge: JudgeName;
  /** Who would pay for it by default; the corridor of the price can move it. */
  readonly paidBy: 'supplier' | 'receiver' | 'both';
}

export interface Notice {
  readonly code: string;
  readonly flowId: string | null;
  readonly text: string;
}

/** The result of one run over a city. Matches by supply id, then rank; near misses by supply id, then cost, then demand id. */
export interface MatchRun {
  readonly engine: string;
  readonly k: number;
  readonly matches: readonly Match[];
  /** Through one converter each; by supply id, then rank. At most five per supply. */
  readonly chains: readonly Chain[];
  readonly nearMisses: readonly NearMiss[];
  readonly notices: readonly Notice[];
}
