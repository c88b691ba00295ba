// What a plant of one size costs by what one of another size does.

/** One machine costs C_ref (S / S_ref)^n up to the largest that is built; of more, several stand side by side. */
export interface Scale {
  readonly reference: number;
  readonly exponent: number;
  readonly largestSingle: number;
}

/** The size at which the cost per unit at the reference gives the cost of this one: S_ref (S/S_ref)^n, then in proportion. */
export function equivalentSize(size: number, { reference, exponent, largestSingle }: Scale): number {
  const single = Math.min(size, largestSingle);
  return (reference * (single / reference) ** exponent * size) / single;
}
