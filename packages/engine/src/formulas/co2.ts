// CO2 of an exchange: what the world no longer emits because of it, and how its parties may claim that without counting a tonne twice.

/** Anything that a quantity takes the place of: how much of it really stays away (0 to 1), and what a unit of it emits. */
export interface Replaced {
  readonly quantity: number;
  readonly displaced: number;
  readonly perUnit: number;
}

/**
 * sum of d q EF + disposal - transport - conversion, all in one unit of mass. Consequential: the world without the exchange
 * less the world with it, over all parties. It stands beside inventories and is never subtracted from one.
 */
export function avoidedCo2({
  replaced,
  disposal = 0,
  transport = 0,
  conversion = 0,
}: {
  readonly replaced: readonly Replaced[];
  readonly disposal?: number;
  readonly transport?: number;
  readonly conversion?: number;
}): number {
  const staysAway = replaced.reduce((sum, { quantity, displaced, perUnit }) => sum + displaced * quantity * perUnit, 0);
  return staysAway + disposal - transport - conversion;
}

/**
 * One tonne, one claim: what each party may say of the tonnes of one exchange, and what nobody claims and stays with it.
 * Totals of a city add exchanges, never the claims of parties.
 *
 * @param shares each from 0 to 1, together 1 at most
 * @throws RangeError when more than everything would be claimed
 */
export function claimedTonnes(
  tonnes: number,
  shares: readonly number[],
): { readonly claims: readonly number[]; readonly unclaimed: number } {
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (!(shares.every((share) => share >= 0) && total <= 1 + 1e-9))
    throw new RangeError(`Expected shares from 0 to 1 that sum to 1 at most, got ${shares.join(', ')}: claim less`);
  const claims = shares.map((share) => share * tonnes);
  return { claims, unclaimed: tonnes * Math.max(0, 1 - total) };
}
