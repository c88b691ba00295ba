// Read your own write: a write answers where the change log has it, a read of matches may wait for that place.
import { setTimeout as sleep } from 'node:timers/promises';
import { awaitChange, type BasedOnChange } from '@crg/services/await-change';
import type { LivingCity } from '@crg/services/living-city';
import type { ChangePosition } from '@crg/stores/ports/change-log';
import { isChangePosition } from '@crg/stores/ports/change-log';
import type { FastifyReply } from 'fastify';
import { RequestError, shortened } from './request-error.ts';

export const changeHeader = 'x-crg-change';

/** How long a read waits for the matching to reach the change it names. */
const patienceMilliseconds = 1000;

/** Waits for the change that the request names, if it names one, and answers in a header whether the matching has seen it. */
export async function awaitChangeOf(
  { headers }: { headers: { 'x-crg-change'?: string } },
  reply: FastifyReply,
  matches: BasedOnChange,
): Promise<void> {
  const change = changeToAwait(headers[changeHeader]);
  if (change === null) return;
  const reached = await awaitChange({ matches }, { change, milliseconds: patienceMilliseconds, sleep });
  reply.header('x-crg-caught-up', String(reached));
}

/** What is searched in the city as it is now waits for no matching. */
export function cityAsItIs(city: Pick<LivingCity, 'now'>): BasedOnChange {
  return {
    currentRun: async () => {
      const now = await city.now();
      return now === null ? null : { basedOn: now.reflects };
    },
  };
}

/** The change to wait for, null when the caller names none. */
function changeToAwait(header: string | undefined): ChangePosition | null {
  if (header === undefined) return null;
  if (isChangePosition(header)) return header;
  throw new RequestError('invalid_parameter', {
    field: changeHeader,
    expected: 'the x-crg-change of a write, unchanged',
    got: shortened(header),
    next: 'Send the header as the write answered it, or leave it out.',
  });
}
