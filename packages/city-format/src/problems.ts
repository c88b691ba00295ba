// Everything that is wrong with one input, collected before anybody is bothered.
import type { Finding } from '@crg/domain/check-flow';
import { DomainError, type ErrorCode, type ErrorEvidence } from '@crg/domain/errors';

export interface Problem extends ErrorEvidence {
  /** Path in the input, e.g. `flows[3].quantity.unit`; empty for the input as a whole. */
  readonly field: string;
  readonly code: ErrorCode;
  readonly next: string;
}

/** Collects problems in the order of the input; keeps the first thousand and counts the rest. */
export class Problems {
  readonly #kept: Problem[] = [];
  #count = 0;

  add(problem: Problem): void {
    this.#count++;
    if (this.#kept.length < mostKept) this.#kept.push(problem);
  }

  get kept(): readonly Problem[] {
    return this.#kept;
  }

  get count(): number {
    return this.#count;
  }
}

const mostKept = 1000;

/** An input that was refused as a whole: nothing of it was taken over. */
export class InvalidInput extends DomainError {
  /** In the order of the input; at most a thousand of `problemCount`. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;

  constructor(problems: Problems) {
    const first = problems.kept[0];
    if (first === undefined) throw new Error('InvalidInput needs at least one problem');
    super(problems.count === 1 ? first.code : 'invalid_input', first);
    this.name = 'InvalidInput';
    this.problems = problems.kept;
    this.problemCount = problems.count;
  }
}

/** One line for a person: `flows[3].quantity.unit: expected …, got …. Next step.` */
export function problemLine(problem: ErrorEvidence): string {
  return new DomainError('invalid_input', problem).message.replaceAll(/\s*[\r\n]+\s*/g, ' ');
}

/** Adds what the domain found in one record that stands at `path`. */
export function addFindings(findings: readonly Finding[], path: string, problems: Problems): void {
  for (const { code, field, expected, got, next = 'Correct the value.' } of findings) {
    problems.add({ code, field: path === '' ? field : `${path}.${field}`, expected, got, next });
  }
}
