'use client';
// Says what was removed and puts it back on a press, or on Z while no field has focus.
import { CircleCheck, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { SendFault } from '../../api/send.ts';
import { putBack } from './record-requests.ts';
import { forgetRemoved, lastRemoved, type Removed } from './removed.ts';
import css from './removed-toast.module.css';

export function RemovedToast() {
  const router = useRouter();
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => setRemoved(lastRemoved()), []);
  const close = () => {
    forgetRemoved();
    setRemoved(null);
  };
  const undo = async () => {
    if (!removed) return;
    try {
      await putBack(removed.kind, removed.record);
      close();
      setSaid(`${nameOf(removed)} is back.`);
      router.refresh();
    } catch (error) {
      if (!(error instanceof SendFault)) throw error;
      setSaid(`Not put back. ${error.message}`);
    }
  };
  const latest = useRef(undo);
  latest.current = undo;
  const offered = removed !== null;
  useEffect(() => {
    if (!offered) return;
    const press = (event: KeyboardEvent) => {
      const inField = (event.target as HTMLElement).closest('input, textarea, select');
      const off = localStorage.getItem('crg-single-letters') === 'off';
      if (event.key.toLowerCase() !== 'z' || event.ctrlKey || event.metaKey || event.altKey || inField || off) return;
      event.preventDefault();
      void latest.current();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [offered]);
  if (!removed && said === null) return null;
  return (
    <div className={css.toast} role="status">
      <CircleCheck size={16} aria-hidden />
      <span>{said ?? (removed ? `${nameOf(removed)} was removed` : '')}</span>
      {removed ? (
        <Button className={css.undo ?? ''} onPress={() => void undo()}>
          Undo <kbd>Z</kbd>
        </Button>
      ) : null}
      <Button
        className={css.close ?? ''}
        aria-label="Close"
        onPress={() => {
          close();
          setSaid(null);
        }}
      >
        <X size={14} aria-hidden />
      </Button>
    </div>
  );
}

function nameOf({ record }: Removed): string {
  return record.name ?? record.id;
}
