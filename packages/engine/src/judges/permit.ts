// May it be done? The permit rules say; only a prohibition rejects.
import type { PermitOutcome, Verdict, VerdictResult } from '@crg/domain/match';
import type { PermitAssessment } from '../permit/assess.ts';
import { aloud, type Speak } from './speak.ts';

export function permitResult(outcome: PermitOutcome): VerdictResult {
  if (outcome === 'prohibited') return 'fail';
  return outcome === 'unknown' ? 'unknown' : 'pass';
}

export function judgePermit({ outcome, rulings }: PermitAssessment, speak: Speak = aloud): Verdict {
  return {
    judge: 'permit',
    result: permitResult(outcome),
    value: null,
    limit: null,
    unit: null,
    text: speak(() => sentence(outcome, rulings)),
    permit: outcome,
    rules: rulings,
  };
}

function sentence(outcome: PermitOutcome, rulings: PermitAssessment['rulings']): string {
  const [strictest] = rulings;
  if (strictest === undefined) return 'No permit rule of this version speaks about such an exchange.';
  const missing = strictest.factsMissing.map((fact) => fact.replaceAll('_', ' '));
  const open = missing.length === 0 ? '' : ` Not known: ${missing.join(', ')}.`;
  return `${words[outcome]} (${strictest.rule}, ${strictest.clause}): ${strictest.text}${open}`;
}

const words: Readonly<Record<PermitOutcome, string>> = {
  allowed: 'Allowed',
  needs_permit: 'Needs a permit',
  unknown: 'Not decided',
  prohibited: 'Prohibited',
};
