'use client';
// One stored record under edit: saved with the version that was seen, so that nobody overwrites a change they have not read.
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { SendFault } from '../../api/send.ts';
import { changeRecord, type Kind, type RecordOf, readRecord, removeRecord, type Versioned } from './record-requests.ts';
import { rememberRemoved } from './removed.ts';

export interface EditedRecord<Value> {
  /** As stored when it was read or saved last. */
  readonly stored: Value;
  /** Somebody else's version, when it came in between; mine is kept. */
  readonly conflict: Versioned<Value> | null;
  readonly fault: SendFault | null;
  readonly busy: boolean;
  readonly saved: boolean;
  save(mine: Value): void;
  /** Over the other version, now that it was read. */
  saveOnTop(mine: Value): void;
  takeTheirs(): void;
  remove(): void;
}

export function useRecord<K extends Kind>(kind: K, initial: Versioned<RecordOf[K]>): EditedRecord<RecordOf[K]> {
  const router = useRouter();
  const [version, setVersion] = useState(initial);
  const [conflict, setConflict] = useState<Versioned<RecordOf[K]> | null>(null);
  const [fault, setFault] = useState<SendFault | null>(null);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  const attempt = async (work: () => Promise<void>) => {
    setFault(null);
    setSaved(false);
    setBusy(true);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof SendFault)) throw error;
      if (error.problem?.code === 'version_conflict') setConflict(await readRecord(kind, initial.value.id));
      else setFault(error);
    } finally {
      setBusy(false);
    }
  };
  const put = (mine: RecordOf[K], etag: string) =>
    attempt(async () => {
      setVersion(await changeRecord(kind, mine, etag));
      setConflict(null);
      setSaved(true);
    });
  return {
    stored: version.value,
    conflict,
    fault,
    busy,
    saved,
    save: (mine) => void put(mine, version.etag),
    saveOnTop: (mine) => void put(mine, (conflict ?? version).etag),
    takeTheirs: () => {
      if (conflict) setVersion(conflict);
      setConflict(null);
    },
    remove: () =>
      void attempt(async () => {
        await removeRecord(kind, version.value.id, version.etag);
        rememberRemoved({ kind, record: version.value });
        router.push(`/data?kind=${kind}`);
      }),
  };
}
