// What a reader tells about a file as a whole, each thing once, however many rows show it.

export interface Remarks {
  /** Once, in the order of the first time. */
  say(sentence: string): void;
  /** The same thing seen in many rows: the sentence is made when it is asked for. */
  count(kind: string, row: number, sentence: (rows: string) => string): void;
  /** Forgets what was counted: the rows are read from the start. */
  restart(): void;
  list(): readonly string[];
}

interface Counted {
  first: number[];
  total: number;
  readonly sentence: (rows: string) => string;
}

export function newRemarks(): Remarks {
  const said = new Set<string>();
  const counted = new Map<string, Counted>();
  return {
    say: (sentence) => {
      if (said.size < mostRemarks) said.add(sentence);
    },
    count(kind, row, sentence) {
      const known = counted.get(kind);
      if (known === undefined) {
        if (counted.size < mostRemarks) counted.set(kind, { first: [row], total: 1, sentence });
      } else {
        known.total++;
        if (known.first.length < mostNamed) known.first.push(row);
      }
    },
    restart: () => counted.clear(),
    list: () => [...said, ...[...counted.values()].map((each) => each.sentence(rowsNamed(each)))],
  };
}

/** Problems that one row carries at most; a thousand faulty cells in a row teach no more than these. */
export const mostProblems = 20;

/** Of each kind, said and counted. */
const mostRemarks = 100;
const mostNamed = 3;

/** `row 3`, `rows 3, 4 and 9`, `rows 3, 4, 9 and 120 more`. */
function rowsNamed({ first, total }: Counted): string {
  if (total === 1) return `row ${first[0]}`;
  const more = total - first.length;
  const last = more > 0 ? `${more.toLocaleString('en-GB')} more` : String(first.at(-1));
  const named = more > 0 ? first : first.slice(0, -1);
  return `rows ${named.join(', ')} and ${last}`;
}
