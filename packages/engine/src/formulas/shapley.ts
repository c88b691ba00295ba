// Sharing what several parties gain together: each gets what it adds, averaged over every order in which they could join.

/**
 * Shapley value of each player: sum over S without i of |S|!(n-|S|-1)!/n! (v(S+i) - v(S)).
 *
 * @param players how many, 1 to 12: all 2^n coalitions are looked at
 * @param worth   of a coalition, whose bit i says whether player i is in it; that of nobody is taken as 0
 * @throws RangeError for more players
 */
export function shapleyValues(players: number, worth: (coalition: number) => number): readonly number[] {
  if (!(players >= 1 && players <= mostPlayers))
    throw new RangeError(`Expected 1 to ${mostPlayers} players, got ${players}: every coalition is looked at`);
  const worths = Array.from({ length: 2 ** players }, (_, coalition) => (coalition === 0 ? 0 : worth(coalition)));
  const weights = weightsBySize(players);
  return Array.from({ length: players }, (_, player) => {
    let value = 0;
    for (const [coalition, without] of worths.entries()) {
      const joined = coalition | (1 << player);
      if (joined !== coalition)
        value += (weights[sizeOf(coalition)] as number) * ((worths[joined] as number) - without);
    }
    return value;
  });
}

/** Would no group of players do better on its own? */
export function isInCore(shares: readonly number[], worth: (coalition: number) => number): boolean {
  for (let coalition = 1; coalition < 2 ** shares.length; coalition++) {
    const together = shares.reduce((sum, share, player) => (coalition & (1 << player) ? sum + share : sum), 0);
    if (together < worth(coalition) - 1e-9 * Math.abs(worth(coalition))) return false;
  }
  return true;
}

/** |S|!(n-|S|-1)!/n! = 1/(n C(n-1, |S|)), for each size of S. */
function weightsBySize(players: number): readonly number[] {
  const weights = [1 / players];
  for (let size = 1; size < players; size++) weights.push(((weights[size - 1] as number) * size) / (players - size));
  return weights;
}

function sizeOf(coalition: number): number {
  let size = 0;
  for (let left = coalition; left > 0; left >>= 1) size += left & 1;
  return size;
}

const mostPlayers = 12;
