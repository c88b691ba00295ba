// A supply and a demand of one trade, written down as short as its people say it, and what the judges answer.
import { always } from '@crg/domain/availability';
import type { Interval, ResourceFlow } from '@crg/domain/flow';
import type { JudgeName, Verdict } from '@crg/domain/match';
import { resourceType } from '@crg/domain/taxonomy';
import { indexOfCity } from '../../src/city-index.ts';
import { failuresOf, judgePair } from '../../src/judges/judge-pair.ts';
import { pairOf } from '../../src/pair.ts';
import { flow, smallCity } from '../small-city.ts';

export interface Side {
  /** Lowest and highest per parameter; null is not stated. */
  readonly quality?: Readonly<Record<string, readonly [number | null, number | null]>>;
  /** In the type's yearly unit where `unit` is not given. */
  readonly amount?: number;
  readonly unit?: string;
  readonly availability?: Partial<ResourceFlow['availability']>;
  readonly limits?: Partial<ResourceFlow['limits']>;
  readonly ewc?: readonly string[];
  readonly skills?: readonly string[];
  readonly nace?: readonly string[];
}

export interface Trade {
  /** Of the supply; the demand's too where `wanted` is not given. */
  readonly type: string;
  readonly wanted?: string;
  /** Next door (0) where it is not given: nothing is lost on the way. */
  readonly distanceKm?: number;
  readonly supply: Side;
  readonly demand: Side;
}

export interface Answer {
  /** Judges that reject the pair. */
  readonly failed: readonly JudgeName[];
  /** Judges that cannot tell. */
  readonly open: readonly JudgeName[];
  /** undefined when the judge has nothing to say about such a pair. */
  readonly verdict: (judge: JudgeName) => Verdict | undefined;
}

export function judged({ type, wanted = type, distanceKm = 0, supply, demand }: Trade): Answer {
  const flows = [stated('supply', type, supply), stated('demand', wanted, demand)];
  const nace = { westNace: supply.nace ?? [], eastNace: demand.nace ?? [] };
  const index = indexOfCity(smallCity({ flows, distanceKm, ...nace }));
  const [from, to] = [index.get('supply'), index.get('demand')];
  if (from === null || to === null) throw new Error('expected two flows that can be matched');
  const pair = pairOf(from, to, index);
  const verdicts = judgePair(pair, index.desk.assess(pair));
  return {
    failed: failuresOf(pair, index.desk),
    open: verdicts.filter(({ result }) => result === 'unknown').map(({ judge }) => judge),
    verdict: (judge) => verdicts.find((verdict) => verdict.judge === judge),
  };
}

function stated(direction: 'supply' | 'demand', type: string, side: Side): ResourceFlow {
  const { amount = 1000, unit = resourceType(type).yearlyUnit } = side;
  return flow({
    id: direction,
    siteId: direction === 'supply' ? 'west' : 'east',
    direction,
    type,
    quantity: { amount, unit, precision: 'measured' },
    quality: Object.fromEntries(
      Object.entries(side.quality ?? {}).map(([id, [min, max]]): [string, Interval] => [id, { min, max }]),
    ),
    availability: { ...always, ...side.availability },
    limits: { maxDistanceKm: null, minYearlyAmount: null, ...side.limits },
    codes: { ewc: side.ewc ?? [], cpa: null, hs: null },
    ...(side.skills === undefined ? {} : { skills: side.skills }),
  });
}

/** 168 hours from days of the week (Monday is 0) and hours of the day. */
export function week(days: readonly number[], from: number, to: number): readonly boolean[] {
  return Array.from({ length: 168 }, (_, hour) => {
    const ofDay = hour % 24;
    return days.includes(Math.floor(hour / 24)) && ofDay >= from && ofDay < to;
  });
}

/** Months by number, January is 1. */
export function months(...open: readonly number[]): readonly boolean[] {
  return Array.from({ length: 12 }, (_, month) => open.includes(month + 1));
}

export const weekdays: readonly number[] = [0, 1, 2, 3, 4];
