'use client';
// A small dialog beside what was pressed. Loaded when something is pressed, not with the page.
import type { ReactNode, RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover, type PopoverProps } from 'react-aria-components/Popover';

interface Props {
  readonly label: string;
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly placement: NonNullable<PopoverProps['placement']>;
  readonly className: string;
  close(): void;
  readonly children: ReactNode;
}

export function PopoverPanel({ label, trigger, placement, className, close, children }: Props) {
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => open || close()}
      placement={placement}
      className="popover"
      offset={8}
    >
      <Dialog className={className} aria-label={label}>
        {children}
      </Dialog>
    </Popover>
  );
}
