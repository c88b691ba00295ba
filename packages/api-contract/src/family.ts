// The families of resources a reader filters by, and the precisions a number can have.
import type { DirectionSchema, PrecisionSchema } from '@crg/city-format/schemas';
import Type, { type Static } from 'typebox';

export const families = [
  'heat',
  'steam',
  'cooling',
  'electricity',
  'water',
  'gas',
  'material',
  'organic',
  'service',
  'logistics',
  'space',
] as const;

export const FamilySchema = Type.Enum([...families], { description: 'Family of the resource type.' });
export type Family = Static<typeof FamilySchema>;

export type Precision = Static<typeof PrecisionSchema>;
export type Direction = Static<typeof DirectionSchema>;
