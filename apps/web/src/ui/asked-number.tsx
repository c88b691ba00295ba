'use client';
// A number that can be asked: dotted underline, and a press opens how it was made.
import dynamic from 'next/dynamic';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';

const PopoverPanel = dynamic(() => import('./popover-panel.tsx').then(({ PopoverPanel: Panel }) => Panel), {
  ssr: false,
});

export function AskedNumber({ name, children, answer }: { name: string; children: ReactNode; answer: ReactNode }) {
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button ref={trigger} className="prov" aria-haspopup="dialog" aria-expanded={open} onPress={() => setOpen(true)}>
        {children}
        <span className="vh">, {name}: how was this made?</span>
      </Button>
      {open ? (
        <PopoverPanel
          label={`${name}: how was this made?`}
          trigger={trigger}
          placement="bottom start"
          className="made"
          close={() => setOpen(false)}
        >
          {answer}
        </PopoverPanel>
      ) : null}
    </>
  );
}
