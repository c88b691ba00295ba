// What a what-if answer says to somebody who is filling in a form: who would fit, and which figure is still missing.
import type { Direction } from '@crg/api-contract/family';
import type { WhatIfAnswer } from '@crg/api-contract/what-if';

export interface WhatIfStory {
  readonly title: string;
  readonly partners: readonly Partner[];
  /** `3 of 5 verdicts on temperature are open`, the most frequent first. */
  readonly open: readonly string[];
  readonly nearMisses: readonly { readonly key: string; readonly name: string; readonly change: string }[];
}

export interface Partner {
  readonly key: string;
  readonly name: string;
  readonly flow: string;
  readonly eurPerYear: number;
  readonly co2TonnesPerYear: number;
  readonly distanceKm: number;
}

const shown = 4;

export function whatIfStory({ matches, near_misses }: WhatIfAnswer, direction: Direction): WhatIfStory {
  const other = direction === 'supply' ? 'demand' : 'supply';
  const partners = matches.map((match) => ({
    key: match.id,
    name: match[other].organization.name ?? match[other].site.name ?? match[other].organization.id,
    flow: match[other].flow.name ?? match[other].flow.type,
    eurPerYear: match.margin_eur_per_year,
    co2TonnesPerYear: match.co2_t_per_year,
    distanceKm: match.distance_km,
  }));
  return {
    title: titleOf(matches.length, near_misses.length),
    partners: partners.slice(0, shown),
    open: openVerdicts(matches),
    nearMisses: near_misses.slice(0, shown - 1).flatMap(({ id, changes, ...ends }) => {
      const name = ends[other].organization.name ?? ends[other].organization.id;
      return changes[0] ? [{ key: id, name, change: changes[0].detail }] : [];
    }),
  };
}

function titleOf(matches: number, nearMisses: number): string {
  if (matches > 0) return `${matches} ${matches === 1 ? 'partner' : 'partners'} would fit`;
  if (nearMisses > 0) return `Nobody fits yet; ${nearMisses} nearly ${nearMisses === 1 ? 'does' : 'do'}`;
  return 'Nobody in the city fits this yet';
}

function openVerdicts(matches: WhatIfAnswer['matches']): readonly string[] {
  const unknown = new Map<string, number>();
  for (const { verdicts } of matches) {
    for (const { judge, result } of verdicts)
      if (result === 'unknown') unknown.set(judge, (unknown.get(judge) ?? 0) + 1);
  }
  return [...unknown]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 4)
    .map(([judge, count]) => `${judgeWord(judge)}: open for ${count} of ${matches.length}`);
}

function judgeWord(judge: string): string {
  const [kind, parameter] = judge.split('.');
  if (!parameter) return kind ?? judge;
  return parameter
    .replace(/_(c|bar|percent|us_cm|mg_l|mj_m3|mg_m3|mg_kg|kg_t|mm|kv|h|d|m|t_m2)$/, '')
    .replaceAll('_', ' ');
}
