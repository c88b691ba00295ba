// What the engine answers: verdicts with numbers, score term by term, money and CO2. Data only.

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
  readonly clause: string;
  readonly outcome: PermitOutcome;
  readonly text: string;
  readonly factsUsed: readonly string[];
  readonly factsMissing: readonly string[];
}

export type TermName = 'quality' | 'temporal' | 'quantity' | 'trust' | 'economic' | 'transport' | 'regulatory';
/** Each in [0,1]; `transport` and `regulatory` are subtracted. */
export type ScoreTerms = Readonly<Record<TermName, number>>;

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

export interface NearMissChange {
  readonly kind: 'heat_pump' | 'distance' | 'preheat';
  readonly detail: string;
  readonly costEurPerYear: number;
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
  readonly nearMisses: readonly NearMiss[];
  readonly notices: readonly Notice[];
}
