// Read your own write: wait until the matching has seen it.
import { type ChangePosition, compareChangePositions } from '@crg/stores/ports/change-log';

/** Matches, stored or searched, and the last change that is in them. */
export interface BasedOnChange {
  currentRun(): Promise<{ readonly basedOn: ChangePosition } | null>;
}

/**
 * Waits until the matches reflect `change`, at most `milliseconds`; answers whether they do.
 *
 * @param sleep resolves after so many milliseconds
 */
export async function awaitChange(
  { matches }: { matches: BasedOnChange },
  {
    change,
    milliseconds,
    sleep,
  }: { change: ChangePosition; milliseconds: number; sleep: (ms: number) => Promise<unknown> },
): Promise<boolean> {
  for (let left = milliseconds; ; left -= pollMilliseconds) {
    const run = await matches.currentRun();
    if (run !== null && compareChangePositions(run.basedOn, change) >= 0) return true;
    if (left <= 0) return false;
    await sleep(Math.min(pollMilliseconds, left));
  }
}

const pollMilliseconds = 50;
