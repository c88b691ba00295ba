// Conditions that several rules share.
import type { Paper } from '@crg/domain/permit-papers';
import type { Condition } from '../condition.ts';
import { byProductTest } from '../facts.ts';
import type { LegalBasis } from '../permit-rule.ts';

/** In application from a day on, with no end known. */
export function basis(
  jurisdiction: string,
  clause: string,
  validFrom: string,
  limits?: LegalBasis['limits'],
): LegalBasis {
  return { jurisdiction, clause, validFrom, validTo: null, ...(limits === undefined ? {} : { limits }) };
}

export const isStuff: Condition = { fact: 'family', in: ['material', 'organic'] };
export const hasNoCode: Condition = { fact: 'entry_type', is: 'none' };
export const hasCode: Condition = { not: hasNoCode };
export const onFarm: Condition = { fact: 'receiver_use', is: 'farm' };
export const isByProductClaimed: Condition = { any: byProductTest.map((paper) => ({ stated: paper })) };

export const allTrue = (papers: readonly Paper[]): Condition => ({ all: papers.map((fact) => ({ fact, is: true })) });
export const anyRefused = (papers: readonly Paper[]): Condition => ({ any: papers.map((fact) => isStatedFalse(fact)) });

export function isStatedFalse(fact: Paper): Condition {
  return { all: [{ stated: fact }, { fact, is: false }] };
}

export function isStatedTrue(fact: Paper): Condition {
  return { all: [{ stated: fact }, { fact, is: true }] };
}
