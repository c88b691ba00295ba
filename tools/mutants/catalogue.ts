// Every mutant, in the order in which the city is judged, costed and permitted.
import { formulaMutants } from './catalogue/formulas.ts';
import { judgeMutants } from './catalogue/judges.ts';
import { permitMutants } from './catalogue/permit.ts';
import type { Mutant } from './mutant.ts';

export const mutants: readonly Mutant[] = [...judgeMutants, ...permitMutants, ...formulaMutants];
