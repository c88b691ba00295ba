// How alike two names are: the Sørensen-Dice coefficient of their letter pairs.

/** From 0 (no letter pair in common) to 1 (the same letters), capitals, accents, blanks and legal forms aside. */
export function nameLikeness(one: string, other: string): number {
  const [a, b] = [essence(one), essence(other)];
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let at = 0; at < a.length - 1; at++) {
    const pair = a.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let at = 0; at < b.length - 1; at++) {
    const left = pairs.get(b.slice(at, at + 2)) ?? 0;
    if (left === 0) continue;
    common++;
    pairs.set(b.slice(at, at + 2), left - 1);
  }
  return (2 * common) / (a.length + b.length - 2);
}

const legalForms =
  /\b(?:a\/s|as|aps|i\/s|p\/s|ab|oy|oyj|asa|gmbh|ag|kg|co|se|ug|ltd|limited|plc|inc|llc|bv|b\.v\.|nv|n\.v\.|sa|s\.a\.|sas|sarl|spa|s\.p\.a\.|srl|sl|s\.l\.|lda|sp\. z o\.o\.|zrt|kft|d\.o\.o\.|a\.s\.|s\.r\.o\.)(?=\s|,|$)/giu;

function essence(name: string): string {
  return name
    .toLowerCase()
    .replace(legalForms, ' ')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
