// Which character separates the cells of a text file.

export interface Separator {
  readonly character: ',' | ';' | '\t' | '|';
  /** For a person. */
  readonly said: string;
  /** Lines in front that only name the separator, as some spreadsheets write them (`sep=;`). */
  readonly skippedLines: number;
}

/** Concluded from the beginning of the text: the character that most lines hold equally often. */
export function findSeparator(text: string): Separator {
  const named = /^sep=([,;\t|])(?:\r\n|\n|\r|$)/.exec(text)?.[1];
  if (named !== undefined)
    return { character: named as Separator['character'], said: sayings[named as ','], skippedLines: 1 };
  const lines = linesOutsideQuotes(text);
  let best: Separator['character'] | undefined;
  let bestWorth = 0;
  for (const character of candidates) {
    const worth = worthOf(lines.map((line) => line.get(character) ?? 0));
    if (worth > bestWorth) {
      best = character;
      bestWorth = worth;
    }
  }
  if (best === undefined) return { character: ',', said: 'one column', skippedLines: 0 };
  return { character: best, said: sayings[best], skippedLines: 0 };
}

// In order of precedence where two are equally plausible: a comma is also a decimal mark, a bar also joins codes.
const candidates = ['\t', ';', ',', '|'] as const;

const sayings = { ',': 'separator ,', ';': 'separator ;', '\t': 'separator tab', '|': 'separator |' } as const;

const mostLines = 200;

/** How often each candidate stands in each line, quoted cells left out. */
function linesOutsideQuotes(text: string): ReadonlyMap<string, number>[] {
  const lines: Map<string, number>[] = [];
  let line = new Map<string, number>();
  let inQuotes = false;
  let isBlank = true;
  for (const character of text) {
    if (character === '"') {
      inQuotes = !inQuotes;
      isBlank = false;
    } else if (inQuotes) continue;
    else if (character === '\n' || character === '\r') {
      if (!isBlank) lines.push(line);
      if (lines.length === mostLines) return lines;
      line = new Map();
      isBlank = true;
    } else {
      isBlank = false;
      if (character === ',' || character === ';' || character === '\t' || character === '|') {
        line.set(character, (line.get(character) ?? 0) + 1);
      }
    }
  }
  // The last line may be cut anywhere: it counts only when it is all there is.
  if (!isBlank && lines.length < 2) lines.push(line);
  return lines;
}

/** Share of lines that have the most common count above zero; lines without any count against it. */
function worthOf(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
  const most = Math.max(0, ...tally.values());
  return counts.length === 0 ? 0 : most / counts.length;
}
