'use client';
// Which number of the page is being asked about. One panel answers; a press on a dotted number changes the question.
import { createContext, type ReactNode, useContext, useState } from 'react';

interface Asking {
  readonly asked: string;
  /** What the panel answers until somebody asks, and where a question has no answer. */
  readonly first: string;
  /** The panel was opened by a press (small windows show it only then). */
  readonly open: boolean;
  ask(key: string): void;
  close(): void;
}

const AskingContext = createContext<Asking | null>(null);

export function AskProvider({ first, children }: { first: string; children: ReactNode }) {
  const [asked, setAsked] = useState(first);
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState<HTMLElement | null>(null);
  const ask = (key: string) => {
    setFrom(document.activeElement as HTMLElement | null);
    setAsked(key);
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    from?.focus();
  };
  return <AskingContext value={{ asked, first, open, ask, close }}>{children}</AskingContext>;
}

export function useAsking(): Asking {
  const asking = useContext(AskingContext);
  if (!asking) throw new Error('Expected an AskProvider around numbers that can be asked.');
  return asking;
}

/** `money.avoided_purchase` as a name to be heard. */
function spoken(about: string): string {
  return about.replace(/^(money|co2|uncertainty|corridor)\./, '').replaceAll(/[_.]/g, ' ');
}

export function Ask({ about, children, big }: { about: string; children: ReactNode; big?: boolean }) {
  const { asked, open, ask } = useAsking();
  return (
    <button
      type="button"
      className={`prov ${big ? 'big' : ''}`}
      aria-pressed={open && asked === about}
      aria-controls="made"
      onClick={() => ask(about)}
    >
      {children}
      <span className="vh">, {spoken(about)}: how was this made?</span>
    </button>
  );
}
