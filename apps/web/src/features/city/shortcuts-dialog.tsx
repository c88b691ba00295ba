'use client';
// What the keys do, and the switch for single letters. Loaded when somebody asks.
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Switch } from 'react-aria-components/Switch';
import { lettersAreOn, turnLetters } from '../../ui/single-letters.ts';
import { cityViews } from './city-views.tsx';
import css from './shortcuts.module.css';

const keyTable: readonly (readonly [keys: string, act: string])[] = [
  [cityViews.map(({ key }) => key).join(' '), cityViews.map(({ label }) => label).join(', ')],
  ['Ctrl K or /', 'Search and commands'],
  ['F6, Shift F6', 'Next, previous panel: filters, view, list, time'],
  ['J K, Enter', 'Next, previous match; open the selected one'],
  ['arrows on the map', 'Nearest site in that direction; Enter shows its matches'],
  ['+ − 0 on the map', 'Zoom in, out, whole city'],
  ['[ ] and { }', 'Month, hour back and forth'],
  ['arrows in the week', 'Hour and day; Home, End; Delete clears'],
  ['Esc', 'Close the top layer, then clear the selection'],
  ['?', 'This table'],
];

export function ShortcutsDialog({ close }: { close(): void }) {
  const [on, setOn] = useState(lettersAreOn);
  return (
    <ModalOverlay className={css.scrim ?? ''} isOpen isDismissable onOpenChange={(open) => open || close()}>
      <Modal className={css.modal ?? ''}>
        <Dialog className={css.dialog ?? ''}>
          <Heading slot="title">Keyboard</Heading>
          <table className={css.keys}>
            <tbody>
              {keyTable.map(([keys, what]) => (
                <tr key={keys}>
                  <th scope="row">
                    <kbd>{keys}</kbd>
                  </th>
                  <td>{what}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Switch
            className={css.switch ?? ''}
            isSelected={on}
            onChange={(next) => {
              setOn(next);
              turnLetters(next);
            }}
          >
            <span className={css.knob} aria-hidden />
            Single-key shortcuts
          </Switch>
          <Button slot="close" className="btn">
            Close
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
