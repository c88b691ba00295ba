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
/** As a filter; of matches, the type of the supply or of the demand. */
export const ResourceTypeIdSchema = Type.String({
  pattern: '^[a-z0-9_.]{1,100}$',
  description: 'a resource type, e.g. heat.hot_water',
});

export type Precision = Static<typeof PrecisionSchema>;
export type Direction = Static<typeof DirectionSchema>;

/** One or more of `words` with commas between, as one parameter. */
export function listOf(words: readonly string[], meaning: string) {
  const word = `(${words.join('|')})`;
  return Type.String({
    pattern: `^${word}(,${word}){0,${words.length - 1}}$`,
    description: `one or more of ${words.join(', ')}, with commas between (${meaning})`,
  });
}

/** As a filter: any of these. */
export const FamiliesSchema = listOf(families, 'any of these families');
