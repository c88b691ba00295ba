// The terms of a score with their weights: what adds up, what is taken off. The wire carries the weights in the detail.
import type { ScoreTerms } from '@crg/api-contract/match';

export type TermName = keyof ScoreTerms;

export interface ScorePart {
  readonly name: TermName;
  readonly label: string;
  readonly value: number;
  readonly weight: number;
  /** Signed share of the score. */
  readonly points: number;
  /** Running sum before this part. */
  readonly from: number;
}

const order: readonly { readonly name: TermName; readonly label: string; readonly sign: 1 | -1 }[] = [
  { name: 'quality', label: 'Quality', sign: 1 },
  { name: 'temporal', label: 'Time', sign: 1 },
  { name: 'quantity', label: 'Quantity', sign: 1 },
  { name: 'trust', label: 'Trust', sign: 1 },
  { name: 'economic', label: 'Economic', sign: 1 },
  { name: 'transport', label: 'Transport', sign: -1 },
  { name: 'regulatory', label: 'Permit', sign: -1 },
];

/** docs/method.md#score, for lists, whose wire form carries no weights; a match as a whole states those of its run. */
export const usualWeights: Readonly<Record<TermName, number>> = {
  quality: 0.25,
  temporal: 0.2,
  quantity: 0.15,
  trust: 0.15,
  economic: 0.25,
  transport: 0.1,
  regulatory: 0.1,
};

export function scoreParts(
  terms: ScoreTerms,
  weights: Readonly<Partial<Record<string, number>>> = {},
): readonly ScorePart[] {
  let sum = 0;
  return order.map(({ name, label, sign }) => {
    const weight = weights[name] ?? usualWeights[name];
    const points = sign * terms[name] * weight;
    const part = { name, label, value: terms[name], weight, points, from: sum };
    sum += points;
    return part;
  });
}
