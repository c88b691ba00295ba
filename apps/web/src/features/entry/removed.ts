// What was removed last, kept in this browser so that it can be put back under its own id.
import type { Kind, RecordOf } from './record-requests.ts';

export interface Removed {
  readonly kind: Kind;
  readonly record: RecordOf[Kind];
}

const key = 'crg-removed';

export function rememberRemoved(removed: Removed): void {
  sessionStorage.setItem(key, JSON.stringify(removed));
}

export function lastRemoved(): Removed | null {
  const text = sessionStorage.getItem(key);
  return text === null ? null : (JSON.parse(text) as Removed);
}

export function forgetRemoved(): void {
  sessionStorage.removeItem(key);
}
