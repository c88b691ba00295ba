'use client';
// Files in: dropped, pasted or chosen, sent in one request, with the share that has arrived. A failure keeps the choice.
import { FileText, Upload as UploadIcon, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Refusal } from '../../ui/refusal.tsx';
import css from './drop-files.module.css';
import { ImportFault, type Upload, uploadFiles } from './import-requests.ts';
import { counted, fileSize } from './import-words.ts';
import { Meter } from './meter.tsx';

const accepted = ['.csv', '.tsv', '.txt', '.xlsx', '.geojson', '.json'];

export function DropFiles() {
  const router = useRouter();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [share, setShare] = useState<number | null>(null);
  const [fault, setFault] = useState<ImportFault | null>(null);
  const upload = useRef<Upload | null>(null);
  const add = (more: readonly File[]) => {
    setFault(null);
    setFiles((known) => [...known, ...more.filter((file) => !known.some((one) => sameFile(one, file)))]);
  };
  const send = async () => {
    setFault(null);
    setShare(0);
    upload.current = uploadFiles(files, setShare);
    try {
      const { id } = await upload.current.done;
      router.push(`/import/${encodeURIComponent(id)}`);
    } catch (error) {
      setShare(null);
      if (error instanceof ImportFault) setFault(error);
      else if (!(error instanceof DOMException)) throw error;
    }
  };
  return (
    <section className={`card ${css.card}`} aria-label="Files to import">
      <DropZone
        className={css.zone ?? ''}
        data-filled={files.length > 0 || undefined}
        getDropOperation={() => 'copy'}
        onDrop={async ({ items }) => {
          add(await Promise.all(items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []))));
        }}
      >
        <UploadIcon size={22} strokeWidth={1.75} aria-hidden />
        <h2>Drop files here</h2>
        <p>Spreadsheet (XLSX), CSV, GeoJSON or a city file. Several at once are one import.</p>
        <FileTrigger allowsMultiple acceptedFileTypes={accepted} onSelect={(chosen) => add(chosen ? [...chosen] : [])}>
          <Button className={files.length === 0 ? 'btn p' : 'btn'} isDisabled={share !== null}>
            {files.length === 0 ? 'Choose files' : 'Choose more'}
          </Button>
        </FileTrigger>
      </DropZone>
      <noscript>
        <p className={css.note}>Without script, use the command line: crg import FILE</p>
      </noscript>
      {fault ? (
        <Refusal problem={fault.problem} safe="Nothing was stored. Your choice of files is kept here.">
          {null}
        </Refusal>
      ) : null}
      {files.length > 0 ? (
        <>
          <ul className={css.files} aria-label="Chosen files">
            {files.map((file) => (
              <li key={`${file.name} ${file.size} ${file.lastModified}`}>
                <FileText size={15} strokeWidth={1.75} aria-hidden />
                <span className={css.name}>{file.name}</span>
                <span className="dim tn">{fileSize(file.size)}</span>
                <Button
                  className="ib"
                  aria-label={`Take ${file.name} off the list`}
                  isDisabled={share !== null}
                  onPress={() => setFiles(files.filter((one) => one !== file))}
                >
                  <X size={15} aria-hidden />
                </Button>
              </li>
            ))}
          </ul>
          <footer className={css.foot}>
            {share === null ? (
              <Button className="btn p" onPress={send}>
                Read {counted(files.length, 'file', 'files')}
              </Button>
            ) : (
              <Sending share={share} cancel={() => upload.current?.cancel()} />
            )}
          </footer>
        </>
      ) : null}
      <p className={css.note}>
        Reading a file changes nothing in the city. You see each row before anything is written.
      </p>
    </section>
  );
}

function Sending({ share, cancel }: { share: number; cancel(): void }) {
  const percent = Math.round(share * 100);
  return (
    <>
      <div className={css.sending}>
        <span className="tn" role="status">
          {share < 1 ? `${percent} % sent` : 'Sent. Reading the columns'}
        </span>
        <Meter label="Share of the files sent" parts={[{ share, tone: 'ink' }]} value={percent} />
      </div>
      <Button className="btn s" onPress={cancel}>
        Cancel
      </Button>
    </>
  );
}

function sameFile(a: File, b: File): boolean {
  return a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
}
