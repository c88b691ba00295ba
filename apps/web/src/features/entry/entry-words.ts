// Figures of the forms in words, and how two versions of a record differ.

const threeDigits = { maximumSignificantDigits: 3 } as const;

/** €491,000; −€12,000. */
export function euroText(amount: number): string {
  return `${amount < 0 ? '−' : ''}€${Math.abs(amount).toLocaleString('en', threeDigits)}`;
}

export function tonneText(amount: number): string {
  return `${amount.toLocaleString('en', threeDigits).replace('-', '−')} t`;
}

export function kilometreText(distance: number): string {
  return `${distance.toLocaleString('en', { maximumFractionDigits: 1 })} km`;
}

export interface Difference {
  /** `quantity amount` */
  readonly field: string;
  readonly theirs: string;
  readonly mine: string;
}

/** Every stated value that the two do not share, in the order of the record. */
export function differences(theirs: object, mine: object): readonly Difference[] {
  const [a, b] = [leavesOf(theirs), leavesOf(mine)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((path) => {
    const [left = 'not stated', right = 'not stated'] = [a.get(path), b.get(path)];
    return left === right ? [] : [{ field: path.replaceAll('_', ' '), theirs: left, mine: right }];
  });
}

function leavesOf(value: unknown, path = ''): Map<string, string> {
  if (value === null || value === undefined) return new Map();
  if (Array.isArray(value)) return value.length === 0 ? new Map() : new Map([[path, value.join(', ')]]);
  if (typeof value !== 'object') return new Map([[path, String(value)]]);
  const inner = Object.entries(value).flatMap(([key, one]) => [...leavesOf(one, path === '' ? key : `${path} ${key}`)]);
  return new Map(inner);
}

/** 11,800 MWh/a. */
export function quantityWords({ amount, unit }: { readonly amount: number; readonly unit: string }): string {
  return `${amount.toLocaleString('en', { maximumFractionDigits: 3 })} ${unit}`;
}
