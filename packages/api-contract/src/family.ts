// The families of resources a reader filters by, and the precisions a number can have.
import type { DirectionSchema, PrecisionSchema } from '@crg/city-format/schemas';
import { type Family, families as taxonomyFamilies } from '@crg/domain/taxonomy';
import Type, { type Static } from 'typebox';

export type { Family };

/** In the order of the taxonomy. */
export const families: readonly Family[] = taxonomyFamilies.map(({ id }) => id);

export const FamilySchema = Type.Unsafe<Family>(
  Type.Enum([...families], { description: `a family: ${families.join(', ')}` }),
);
export type Precision = Static<typeof PrecisionSchema>;
export type Direction = Static<typeof DirectionSchema>;
