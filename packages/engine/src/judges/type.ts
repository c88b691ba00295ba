// Is it the same thing, or something the demand accepts in its place?
import type { Verdict } from '@crg/domain/match';
import type { ResourceType } from '@crg/domain/taxonomy';
import type { Pair } from '../pair.ts';

/** Same type, or a type whose supplies the demand's type accepts directly. */
export function typeAccepts(demand: ResourceType, supply: ResourceType): boolean {
  return demand.id === supply.id || demand.accepts.includes(supply.id);
}

/** False only when both sides state List of Waste codes and share none: a code that one side leaves out rejects nothing. */
export function codesMeet(supplied: readonly string[], wanted: readonly string[]): boolean {
  return supplied.length === 0 || wanted.length === 0 || supplied.some((code) => wanted.includes(code));
}

export function typeFits({ supply, demand }: Pair): boolean {
  return typeAccepts(demand.type, supply.type) && codesMeet(supply.ewc, demand.ewc);
}

export function judgeType(pair: Pair): Verdict {
  return {
    judge: 'type',
    result: typeFits(pair) ? 'pass' : 'fail',
    value: null,
    limit: null,
    unit: null,
    text: sentence(pair),
  };
}

function sentence({ supply, demand }: Pair): string {
  const supplied = supply.type.label;
  const wanted = demand.type.label;
  if (!typeAccepts(demand.type, supply.type)) return `The supply is ${supplied}, the demand is for ${wanted}.`;
  const given = supply.ewc;
  const taken = demand.ewc;
  if (!codesMeet(given, taken))
    return `Both are of the type ${wanted}, but the supply has List of Waste code ${given.join(', ')} and the demand takes ${taken.join(', ')}.`;
  return supply.type.id === demand.type.id
    ? `Both sides are of the type ${wanted}.`
    : `A supply of ${supplied} may serve a demand for ${wanted} directly.`;
}
