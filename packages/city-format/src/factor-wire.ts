// A factor that a city knows better than the table, on the wire and in the domain.
import type { Finding } from '@crg/domain/check-flow';
import type { FactorOverride } from '@crg/domain/flow';
import type { FactorOverrideWire } from './schemas.ts';

export function factorToDomain({
  id,
  unit,
  low,
  mid,
  high,
  source,
  year,
  geography,
}: FactorOverrideWire): FactorOverride {
  return { id, unit, low, mid, high, source, year, geography };
}

export function factorToWire({
  id,
  unit,
  low,
  mid,
  high,
  source,
  year,
  geography,
}: FactorOverride): FactorOverrideWire {
  return { id, unit, low, mid, high, source, year, geography };
}

/** A range whose middle is outside it, or whose ends are swapped, says nothing. */
export function checkFactorOrder({ low, mid, high }: Pick<FactorOverride, 'low' | 'mid' | 'high'>): readonly Finding[] {
  const next = 'Write low, mid and high in rising order; they may be equal.';
  const findings: Finding[] = [];
  if (mid < low) {
    const expected = `a mid of at least the low (${low})`;
    findings.push({ code: 'out_of_range', field: 'mid', expected, got: String(mid), next });
  }
  if (high < Math.max(low, mid)) {
    const expected = `a high of at least low and mid (${Math.max(low, mid)})`;
    findings.push({ code: 'out_of_range', field: 'high', expected, got: String(high), next });
  }
  return findings;
}
