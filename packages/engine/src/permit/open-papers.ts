// What each answer that is missing would make of the permit gate, everything else as it is: which papers are worth looking for.
import type { Direction } from '@crg/domain/flow';
import type { OpenPaper } from '@crg/domain/match';
import { type Paper, permitPapers } from '@crg/domain/permit-papers';
import type { PreparedFlow } from '../prepared-flow.ts';
import type { PermitAssessment } from './assess.ts';

/** The flow of one side as if its papers said so. */
export type Answered = (side: Direction, flow: PreparedFlow) => PreparedFlow;

/** @param assessWith the gate of the pair whose flows have gone through the answer */
export function openPapers(
  { rulings }: PermitAssessment,
  assessWith: (answered: Answered) => PermitAssessment,
): readonly OpenPaper[] {
  const missing = new Set(rulings.flatMap(({ factsMissing }) => factsMissing));
  return permitPapers
    .filter(({ id }) => missing.has(id))
    .map(({ id, side }) => ({
      paper: id,
      ifYes: assessWith(answering(id, side, true)).outcome,
      ifNo: assessWith(answering(id, side, false)).outcome,
    }));
}

function answering(paper: Paper, asked: Direction, answer: boolean): Answered {
  return (side, given) => {
    if (side !== asked) return given;
    const papers = { ...given.flow.papers, [paper]: answer };
    return { ...given, flow: { ...given.flow, papers }, permitClass: null };
  };
}
