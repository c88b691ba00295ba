// The cheapest changes that make one rejected pair fit, each verified by judging the changed pair again.
import type { JudgeName } from '@crg/domain/match';
import { failuresOf } from '../judges/judge-pair.ts';
import { type Pair, type PairSetting, pairOf } from '../pair.ts';
import type { PermitDesk } from '../permit/permit-desk.ts';
import type { Change, Workshop } from './change.ts';
import { changesFor } from './mends.ts';

/** A rejected pair with the changes that make it fit. */
export interface MendedPair {
  readonly pair: Pair;
  /** At most two, in the order of the judges. */
  readonly failed: readonly JudgeName[];
  /** In the order of the judges; one change may do for both, and other hours may need other dates as well. */
  readonly changes: readonly Change[];
  readonly costEurPerYear: number;
  /** The pair once all changes are made, as it was judged again. */
  readonly fitting: Pair;
}

export interface MendSetting extends PairSetting {
  readonly desk: PermitDesk;
}

/** More failed judges than these make a pair hopeless. */
export const mostFailures = 2;

/**
 * null where nothing that is known mends the pair for `dearest` EUR/a or less.
 *
 * One judge after the other: each change is made to copies of the flows and the copies are judged anew, so that the next
 * change is measured on what the first has left, and one that breaks something else is not taken.
 */
export function mended(
  pair: Pair,
  failed: readonly JudgeName[],
  setting: MendSetting,
  dearest = Infinity,
): MendedPair | null {
  const best: Best = { costEurPerYear: dearest, changes: [], fitting: null };
  tryOut({ pair, left: inTurn(pair, failed), changes: [], costEurPerYear: 0 }, best, setting);
  const { costEurPerYear, fitting } = best;
  if (fitting === null) return null;
  const changes = best.changes.toSorted((a, b) => failed.indexOf(a.judge) - failed.indexOf(b.judge));
  return { pair, failed, changes, costEurPerYear, fitting };
}

interface Best {
  costEurPerYear: number;
  changes: readonly Change[];
  fitting: Pair | null;
}

interface Attempt {
  readonly pair: Pair;
  /** Judges that still object, in the order in which they are dealt with. */
  readonly left: readonly JudgeName[];
  readonly changes: readonly Change[];
  readonly costEurPerYear: number;
}

function tryOut({ pair, left, changes, costEurPerYear }: Attempt, best: Best, setting: MendSetting): void {
  const [judge, next] = left;
  if (judge === undefined || changes.length === mostChanges) return;
  const room = best.costEurPerYear - costEurPerYear;
  const workshop = { values: setting.factors.mids, calendar: setting.calendar, dearest: room };
  // A longer way leaves all of what there is, and takes long to work out: what comes after it may settle the matter.
  const isWay = judge === 'distance';
  let floor = next !== undefined && isWay ? leastCost(pair, next, workshop) : null;
  if (floor !== null && floor > room) return;
  for (const change of changesFor(pair, judge, workshop)) {
    if (change.costEurPerYear > room) return;
    const cost = costEurPerYear + change.costEurPerYear;
    floor ??= next === undefined ? 0 : leastCost(pair, next, workshop);
    if (cost + floor * (change.share ?? 1) > best.costEurPerYear) continue;
    if (cost === best.costEurPerYear && best.fitting !== null) return;
    const { supply, demand } = change.changed();
    const changed = pairOf(supply, demand, setting);
    const failures = failuresOf(changed, setting.desk);
    if (failures.some((failure) => !left.includes(failure))) continue;
    const made = [...changes, change];
    if (failures.length === 0) {
      best.costEurPerYear = cost;
      best.changes = made;
      best.fitting = changed;
    } else {
      tryOut({ pair: changed, left: inTurn(changed, failures), changes: made, costEurPerYear: cost }, best, setting);
    }
  }
}

/**
 * EUR/a that the next judge's change costs at least, for each part of the rate that the first change leaves. 0 where it is not
 * known: the pressure of steam may bring its temperature along, and how much there is of what never flows shows later.
 */
function leastCost(pair: Pair, judge: JudgeName, workshop: Workshop): number {
  if (pair.supply.type.family === 'steam' || judge === 'quantity') return 0;
  return changesFor(pair, judge, { ...workshop, dearest: Infinity })[0]?.costEurPerYear ?? 0;
}

/**
 * Hours first, because every amount follows from them. What is lost on the way depends on what is left for it, so temperature
 * and pressure come after what takes a part away; of steam pressure comes first, because one machine gives both.
 */
function inTurn({ supply }: Pair, judges: readonly JudgeName[]): readonly JudgeName[] {
  const turns = supply.type.family === 'steam' ? turnsOfSteam : usualTurns;
  return judges.length < 2 ? judges : judges.toSorted((a, b) => turnOf(a, turns) - turnOf(b, turns));
}

function turnOf(judge: JudgeName, turns: Turns): number {
  return turns[judge] ?? turns.other;
}

type Turns = Readonly<Record<string, number>> & { readonly other: number };

const usualTurns: Turns = {
  time: 0,
  distance: 1,
  other: 2,
  'quality.temperature_c': 3,
  'quality.pressure_bar': 3,
  quantity: 4,
};
const turnsOfSteam: Turns = { ...usualTurns, 'quality.pressure_bar': 1 };
/** One for each judge, and one more where both hours and dates are in the way. */
const mostChanges = mostFailures + 1;
