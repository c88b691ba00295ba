// Read your own write: a write answers where the change log has it, a read of matches may wait for that place.
import type { ChangePosition } from '@crg/stores/ports/change-log';
import { isChangePosition } from '@crg/stores/ports/change-log';
import { RequestError, shortened } from './request-error.ts';

export const changeHeader = 'x-crg-change';

/** The change to wait for, null when the caller names none. */
export function changeToAwait(header: string | undefined): ChangePosition | null {
  if (header === undefined) return null;
  if (isChangePosition(header)) return header;
  throw new RequestError('invalid_parameter', {
    field: changeHeader,
    expected: 'the x-crg-change of a write, unchanged',
    got: shortened(header),
    next: 'Send the header as the write answered it, or leave it out.',
  });
}
