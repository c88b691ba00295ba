'use client';
// Asks who would fit while somebody types; an answer stays until a newer one is there.
import type { WhatIf, WhatIfAnswer } from '@crg/api-contract/what-if';
import { useEffect, useState } from 'react';
import { SendFault } from '../../api/send.ts';
import { askWhatIf } from './record-requests.ts';

export interface Asked {
  readonly answer: WhatIfAnswer | null;
  readonly fault: SendFault | null;
  /** The answer belongs to what was typed before. */
  readonly stale: boolean;
}

const nobody: Asked = { answer: null, fault: null, stale: false };
const typedForMs = 400;

/** @param question null while a match cannot be looked for yet */
export function useWhatIf(question: WhatIf | null): Asked {
  const [asked, setAsked] = useState(nobody);
  const text = question === null ? null : JSON.stringify(question);
  useEffect(() => {
    if (text === null) {
      setAsked(nobody);
      return;
    }
    setAsked((before) => ({ ...before, stale: true }));
    const stop = new AbortController();
    const timer = setTimeout(() => {
      askWhatIf(JSON.parse(text) as WhatIf, stop.signal).then(
        (answer) => setAsked({ answer, fault: null, stale: false }),
        (error: unknown) => {
          if (error instanceof SendFault) setAsked({ answer: null, fault: error, stale: false });
          else if (!stop.signal.aborted) throw error;
        },
      );
    }, typedForMs);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [text]);
  return asked;
}
