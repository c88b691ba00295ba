// PGlite 0.5.8 reports ReadyForQuery right after an error in the extended protocol, and again at the Sync that follows. `pg`
// takes the second one for the end of its next query and loses step, so the first one is held back here.
import type { PGlite } from '@electric-sql/pglite';

type Run = PGlite['execProtocolRawStream'];

/** Makes `run` answer ReadyForQuery only where PostgreSQL does: after Sync and after a simple query. */
export function withSingleReady(run: Run): Run {
  return async (message, options) => {
    const emit = options?.onRawData;
    if (emit === undefined || !beforeSync.has(String.fromCharCode(message[0] ?? 0))) return run(message, options);
    let held: Uint8Array = new Uint8Array(0);
    await run(message, {
      ...options,
      onRawData: (chunk) => {
        const all = Buffer.concat([held, chunk]);
        const passed = Math.max(0, all.length - readyBytes);
        if (passed > 0) emit(all.subarray(0, passed));
        held = all.subarray(passed);
      },
    });
    if (held.length > 0 && !isReady(held)) emit(held);
  };
}

/** Parse, Bind, Describe, Execute, Close, Flush. */
const beforeSync = new Set(['P', 'B', 'D', 'E', 'C', 'H']);

const readyBytes = 6;

/** Nothing else that ends an answer ends like this: its last byte is a letter, theirs are 0, 1 or 4. */
function isReady(end: Uint8Array): boolean {
  const [type, a, b, c, length] = end;
  return end.length === readyBytes && type === 0x5a && a === 0 && b === 0 && c === 0 && length === 5;
}
