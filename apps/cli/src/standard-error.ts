// Lines for the person who runs a command, and between them one that says how far the work is.
import type { Terminal } from './terminal.ts';

/** As much as a stream to standard error needs to have. */
export interface ErrorStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** A log that is read later needs fewer lines than a screen. */
const millisecondsBetweenLines = 2000;
const millisecondsOnScreen = 100;
const wipe = '\r\u001B[K';

/** What stands in a file may be told here; to a terminal its escapes would be commands, and bidirectional controls a disguise. */
function harmless(line: string): string {
  return line.replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, (control) => {
    return `\\u${(control.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}

/** @param now milliseconds of a clock that never goes back */
export function standardError(stream: ErrorStream, now: () => number): Pick<Terminal, 'tell' | 'progress'> {
  const onScreen = stream.isTTY === true;
  let shown = false;
  // Work that is over before the first line would be due needs none.
  let last: number | null = null;
  return {
    tell: (line) => {
      stream.write(`${shown ? wipe : ''}${harmless(line)}\n`);
      shown = false;
    },
    progress: (line) => {
      const first = last === null;
      if (last !== null && now() - last < (onScreen ? millisecondsOnScreen : millisecondsBetweenLines)) return;
      last = now();
      if (first && !onScreen) return;
      stream.write(onScreen ? `${wipe}${line.slice(0, (stream.columns ?? 80) - 1)}` : `${line}\n`);
      shown = onScreen;
    },
  };
}
