// Ctrl-C and SIGTERM: the first one asks to end in order, the second one means now.

/** A terminal sends Ctrl-C to every process of the line, and npm passes it on once more: that is one wish, not two. */
const echoMilliseconds = 500;

export interface StopSignals {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /** Gives the signals back to Node: the next one ends the process at once. */
  release(): void;
}

/** @param force called by a second signal that is no echo of the first */
export function listenForStop(force: (name: NodeJS.Signals) => void): StopSignals {
  const stop = new AbortController();
  let first = 0;
  const onSignal = (name: NodeJS.Signals): void => {
    const now = performance.now();
    if (!stop.signal.aborted) {
      first = now;
      stop.abort(name);
    } else if (now - first > echoMilliseconds) {
      force(name);
    }
  };
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of names) process.on(name, onSignal);
  return {
    signal: stop.signal,
    release: () => {
      for (const name of names) process.off(name, onSignal);
    },
  };
}
