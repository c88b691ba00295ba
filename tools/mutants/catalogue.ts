// Every mutant, in the order in which the city is judged, costed and permitted.
import { converterMutants } from './catalogue/converters.ts';
import { economicsMutants } from './catalogue/economics.ts';
import { formulaMutants } from './catalogue/formulas.ts';
import { judgeMutants } from './catalogue/judges.ts';
import { nearMissMutants } from './catalogue/near-misses.ts';
import { permitMutants } from './catalogue/permit.ts';
import { uncertaintyMutants } from './catalogue/uncertainty.ts';
import type { Mutant } from './mutant.ts';

export const mutants: readonly Mutant[] = [
  ...judgeMutants,
  ...permitMutants,
  ...formulaMutants,
  ...economicsMutants,
  ...uncertaintyMutants,
  ...converterMutants,
  ...nearMissMutants,
];
