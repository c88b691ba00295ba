// A database that cannot write (a full disk, a limit on file sizes) may never answer again. Whoever waits is told, and not for ever.
import type { Terminal } from '../terminal.ts';

const tellAfterMilliseconds = 60_000;
/** Far beyond what writing a million records takes. */
const giveUpAfterMilliseconds = 1_800_000;

export interface Silence {
  /** The database has answered. */
  broken(): void;
  end(): void;
}

/** @param giveUp ends the process: what waits for the database cannot be ended otherwise */
export function watchSilence({ tell }: Pick<Terminal, 'tell'>, giveUp: () => void): Silence {
  let last = performance.now();
  const timer = setInterval(() => {
    const silent = performance.now() - last;
    const minutes = Math.round(silent / 60_000);
    if (silent >= giveUpAfterMilliseconds) {
      tell(`crg import: given up after ${minutes} minutes without an answer of the database; nothing was written.`);
      giveUp();
    } else if (silent >= tellAfterMilliseconds) {
      tell(
        `crg import: no answer of the database for ${minutes} min. A full disk or a limit on file sizes (\`ulimit -f\`) can be the cause; Ctrl-C twice ends it, and nothing is written then.`,
      );
    }
  }, tellAfterMilliseconds);
  return {
    broken: () => {
      last = performance.now();
    },
    end: () => clearInterval(timer),
  };
}
