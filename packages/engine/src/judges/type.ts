// Is it the same thing, or something the demand accepts in its place?
import type { Verdict } from '@crg/domain/match';
import type { ResourceType } from '@crg/domain/taxonomy';
import type { Pair } from '../pair.ts';
import { aloud, type Speak } from './speak.ts';

/** Same type, or a type whose supplies the demand's type accepts directly. */
export function typeAccepts(demand: ResourceType, supply: ResourceType): boolean {
  return demand.id === supply.id || demand.accepts.includes(supply.id);
}

/** False only when both sides state List of Waste codes and share none: a code that one side leaves out rejects nothing. */
export function codesMeet(supplied: readonly string[], wanted: readonly string[]): boolean {
  return supplied.length === 0 || wanted.length === 0 || supplied.some((code) => wanted.includes(code));
}

/** False only when both sides state skills and the supply lacks one that the demand needs. */
export function skillsMeet(offered: readonly string[], needed: readonly string[]): boolean {
  return offered.length === 0 || needed.every((skill) => offered.includes(skill));
}

/** One side names skills and the other does not: nothing is rejected, but nobody knows whether they meet. */
export function skillsOpen({ supply, demand }: Pair): boolean {
  return (supply.skills.length === 0) !== (demand.skills.length === 0);
}

export function typeFits({ supply, demand }: Pair): boolean {
  return (
    typeAccepts(demand.type, supply.type) &&
    codesMeet(supply.ewc, demand.ewc) &&
    skillsMeet(supply.skills, demand.skills)
  );
}

export function judgeType(pair: Pair, speak: Speak = aloud): Verdict {
  return {
    judge: 'type',
    result: typeFits(pair) ? 'pass' : 'fail',
    value: null,
    limit: null,
    unit: null,
    text: speak(() => sentence(pair)),
  };
}

function sentence(pair: Pair): string {
  const { supply, demand } = pair;
  const supplied = supply.type.label;
  const wanted = demand.type.label;
  if (!typeAccepts(demand.type, supply.type)) return `The supply is ${supplied}, the demand is for ${wanted}.`;
  const given = supply.ewc;
  const taken = demand.ewc;
  if (!codesMeet(given, taken))
    return `Both are of the type ${wanted}, but the supply has List of Waste code ${given.join(', ')} and the demand takes ${taken.join(', ')}.`;
  const fits =
    supply.type.id === demand.type.id
      ? `Both sides are of the type ${wanted}.`
      : `A supply of ${supplied} may serve a demand for ${wanted} directly.`;
  return `${fits}${skillSentence(pair)}`;
}

function skillSentence(pair: Pair): string {
  const { supply, demand } = pair;
  const lacking = demand.skills.filter((skill) => !supply.skills.includes(skill));
  if (skillsOpen(pair)) {
    const needs = lacking.length === 0 ? '' : ` The demand needs ${listedSkills(demand.skills)}.`;
    const silent = supply.skills.length === 0 ? 'supply' : 'demand';
    return `${needs} The ${silent} states no skills; it rejects nothing, but the pair is less certain.`;
  }
  if (demand.skills.length === 0) return '';
  return lacking.length === 0
    ? ` The supply has every skill that is needed: ${listedSkills(demand.skills)}.`
    : ` The supply lacks ${listedSkills(lacking)} of what the demand needs.`;
}

const listedSkills = (skills: readonly string[]): string => skills.join(', ').replaceAll('_', ' ');
