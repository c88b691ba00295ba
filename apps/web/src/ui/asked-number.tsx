'use client';
// A number that can be asked: dotted underline, and a press opens how it was made.
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';

export function AskedNumber({ name, children, answer }: { name: string; children: ReactNode; answer: ReactNode }) {
  return (
    <DialogTrigger>
      <Button className="prov">
        {children}
        <span className="vh">, {name}: how was this made?</span>
      </Button>
      <Popover placement="bottom start" className="popover" offset={8}>
        <Dialog className="made" aria-label={`${name}: how was this made?`}>
          {answer}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
