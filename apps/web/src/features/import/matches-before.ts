// How many matches the city had before an import was written, so that the page can say what came of it.
import type { City } from '@crg/api-contract/city';

/** Without an answer nothing is remembered, and the page says only how many there are now. */
export async function rememberMatches(importId: string): Promise<void> {
  const response = await fetch('/api/v1/city').catch(() => null);
  if (!response?.ok) return;
  const { counts } = (await response.json()) as City;
  sessionStorage.setItem(keyOf(importId), String(counts.matches));
}

/** null: this browser did not write it. */
export function matchesBefore(importId: string): number | null {
  const text = typeof sessionStorage === 'undefined' ? null : sessionStorage.getItem(keyOf(importId));
  return text === null ? null : Number(text);
}

function keyOf(importId: string): string {
  return `crg-matches-before-${importId}`;
}
