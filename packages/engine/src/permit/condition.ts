// Conditions of permit rules as data, answered with yes, no, or "that depends on these facts, which nobody has stated".
import type { FactName, FactValue, PermitFacts } from './facts.ts';

export type Condition =
  | { readonly fact: FactName; readonly is: FactValue }
  | { readonly fact: FactName; readonly in: readonly FactValue[] }
  /** `limit`: the number that the rule's legal basis sets for this fact. */
  | { readonly fact: FactName; readonly above: number | 'limit' }
  /** Whether anybody has stated it: never unknown. */
  | { readonly stated: FactName }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export interface Truth {
  /** null: the missing facts decide. */
  readonly holds: boolean | null;
  readonly used: readonly FactName[];
  /** Empty unless `holds` is null. */
  readonly missing: readonly FactName[];
}

/** Kleene's three values: `all` is false as soon as one is, `any` true as soon as one is, whatever else is missing. */
export function truthOf(condition: Condition, facts: PermitFacts, limits: Limits): Truth {
  if ('all' in condition) return combined(condition.all, false, facts, limits);
  if ('any' in condition) return combined(condition.any, true, facts, limits);
  if ('not' in condition) {
    const { holds, ...rest } = truthOf(condition.not, facts, limits);
    return { holds: holds === null ? null : !holds, ...rest };
  }
  if ('stated' in condition) return { holds: isStated(facts[condition.stated]), used: [], missing: [] };
  const value = facts[condition.fact];
  if (!isStated(value)) return { holds: null, used: [], missing: [condition.fact] };
  return { holds: meets(condition, value, limits), used: [condition.fact], missing: [] };
}

/** By fact; the numbers that differ from one legal basis to the next. */
export type Limits = Readonly<Partial<Record<FactName, number>>>;

type Comparison = Extract<Condition, { readonly fact: FactName }>;

function meets(condition: Comparison, value: FactValue, limits: Limits): boolean {
  if ('is' in condition) return value === condition.is;
  if ('in' in condition) return condition.in.includes(value);
  const bound = condition.above === 'limit' ? limits[condition.fact] : condition.above;
  if (bound === undefined) throw new Error(`The rule's legal basis sets no limit for ${condition.fact}.`);
  return (value as number) > bound;
}

/** `decisive`: the answer of one part that settles the whole. */
function combined(parts: readonly Condition[], decisive: boolean, facts: PermitFacts, limits: Limits): Truth {
  const truths = parts.map((part) => truthOf(part, facts, limits));
  const settling = truths.filter(({ holds }) => holds === decisive);
  if (settling.length > 0) return { holds: decisive, used: named(settling, 'used'), missing: [] };
  const used = named(truths, 'used');
  const missing = named(truths, 'missing');
  return { holds: missing.length > 0 ? null : !decisive, used, missing };
}

function named(truths: readonly Truth[], list: 'used' | 'missing'): readonly FactName[] {
  return [...new Set(truths.flatMap((truth) => truth[list]))];
}

function isStated(value: FactValue | null | undefined): value is FactValue {
  return value !== null && value !== undefined;
}
