// Where a fact comes from, on the wire and in the domain.
import type { Source } from '@crg/domain/flow';
import type { Static } from 'typebox';
import type { SourceSchema } from './schemas.ts';

type SourceWire = Static<typeof SourceSchema>;

export function sourceToDomain(wire: SourceWire | null | undefined): Source | null {
  if (wire === null || wire === undefined) return null;
  return { reference: wire.reference ?? null, certainty: wire.certainty ?? null };
}

export function sourceToWire(source: Source | null): SourceWire | null {
  return source === null ? null : { reference: source.reference, certainty: source.certainty };
}
