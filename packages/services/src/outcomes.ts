// What a store answers to a write, turned into the result of the use case or into an error a person can act on.
import { DomainError, type ErrorCode } from '@crg/domain/errors';
import type { ChangePosition } from '@crg/stores/ports/change-log';
import type {
  Created,
  MissingReference,
  Removed,
  Replaced,
  StillReferenced,
  Written,
} from '@crg/stores/ports/versioned';

export type Noun = 'organization' | 'site' | 'flow';

/** Throws duplicate_id, or invalid_input when the owner that the record names is not there. */
export function created(outcome: Created | MissingReference, noun: Noun, id: string): Written {
  switch (outcome.outcome) {
    case 'created':
      return outcome;
    case 'duplicate_id':
      throw new DomainError('duplicate_id', {
        field: 'id',
        expected: `an id that no other ${noun} has`,
        got: `"${id}"`,
        next: 'Choose another id, or leave it out to be given one.',
      });
    case 'missing_reference':
      throw missing(noun, outcome.id);
  }
}

/** Throws `<noun>_not_found`, version_conflict, or invalid_input when the owner that the record names is not there. */
export function replaced(outcome: Replaced | MissingReference, noun: Noun, id: string): Written {
  switch (outcome.outcome) {
    case 'replaced':
      return outcome;
    case 'not_found':
      throw notFound(noun, id);
    case 'version_conflict':
      throw new StaleVersion(noun, outcome.currentVersion);
    case 'missing_reference':
      throw missing(noun, outcome.id);
  }
}

/** Throws `<noun>_not_found`, version_conflict or still_referenced. */
export function removed(outcome: Removed | StillReferenced, noun: Noun, id: string): ChangePosition {
  switch (outcome.outcome) {
    case 'removed':
      return outcome.change;
    case 'not_found':
      throw notFound(noun, id);
    case 'version_conflict':
      throw new StaleVersion(noun, outcome.currentVersion);
    case 'still_referenced': {
      const by = noun === 'organization' ? 'site' : 'flow';
      throw new DomainError('still_referenced', {
        expected: `no ${by} that belongs to this ${noun}`,
        got: `${outcome.count} of them, the first is "${outcome.by}"`,
        next: `Remove each ${by} of it first.`,
      });
    }
  }
}

/** The record was changed after the caller read it. */
export class StaleVersion extends DomainError {
  readonly currentVersion: number;

  constructor(noun: Noun | 'factor', currentVersion: number) {
    super('version_conflict', {
      expected: `the current version of the ${noun}, ${currentVersion}`,
      got: 'an older one',
      next: `Read the ${noun} again, look at what changed, and send your change with the new version.`,
    });
    this.name = 'StaleVersion';
    this.currentVersion = currentVersion;
  }
}

export function notFound(noun: Noun, id: string): DomainError {
  const code = `${noun}_not_found` satisfies ErrorCode;
  return new DomainError(code, {
    expected: `the id of ${noun === 'organization' ? 'an' : 'a'} ${noun} of this city`,
    got: `"${id.slice(0, 200)}"`,
    next: `List them with GET /api/v1/${noun}s.`,
  });
}

function missing(noun: Noun, owner: string): DomainError {
  const what = noun === 'site' ? 'organization' : 'site';
  return new DomainError('invalid_input', {
    field: `${what}_id`,
    expected: `the id of ${what === 'organization' ? 'an' : 'a'} ${what} of this city`,
    got: `"${owner.slice(0, 200)}"`,
    next: `Register the ${what} first, or correct the id.`,
  });
}
