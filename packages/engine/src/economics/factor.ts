// What a factor is: a number from outside, with how sure it is and where it comes from.

/** S: figure read in the named source. T: textbook, standard or legal text. J: our judgement, to be replaced by local figures first. */
type Confidence = 'S' | 'T' | 'J';

export interface Factor {
  readonly label: string;
  /** About P10, P50 and P90; never a promise. */
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly unit: string;
  readonly source: string;
  readonly year: number;
  readonly geography: string;
  readonly confidence: Confidence;
}
