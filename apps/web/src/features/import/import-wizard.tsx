'use client';
// One import from file to city in four steps. Where it stands is the server's, the open step is the address's,
// and what is not sent yet stays in this browser: a reload loses none of the three.
import { ChevronRight, WifiOff } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { Refusal } from '../../ui/refusal.tsx';
import { CheckStep } from './check-step.tsx';
import type { FieldCatalogue } from './field-catalogue.ts';
import {
  actOnImport,
  configureImport,
  type Import,
  ImportFault,
  type MappingSummary,
  readImport,
} from './import-requests.ts';
import css from './import-wizard.module.css';
import { furthestStep, namesOf, type Step, stepOf, steps } from './import-words.ts';
import { rememberMatches } from './matches-before.ts';
import type { FirstProblems } from './read-import.ts';
import { StepList } from './step-list.tsx';
import { useDraft } from './use-draft.ts';
import { useImport } from './use-import.ts';

const FileStep = dynamic(() => import('./file-step.tsx').then(({ FileStep: part }) => part));
const ColumnsStep = dynamic(() => import('./columns-step.tsx').then(({ ColumnsStep: part }) => part));
const WriteStep = dynamic(() => import('./write-step.tsx').then(({ WriteStep: part }) => part));

interface Props {
  readonly initial: Import;
  readonly problems: FirstProblems | null;
  readonly catalogue: FieldCatalogue;
  readonly mappings: readonly MappingSummary[];
}

export function ImportWizard({ initial, problems, catalogue, mappings }: Props) {
  const { current, connected, secondsLeft, show } = useImport(initial);
  const draft = useDraft(current);
  const [step, go] = useStep(current);
  const [fault, setFault] = useState<ImportFault | null>(null);
  const [busy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<Import>): Promise<boolean> => {
    setFault(null);
    setBusy(true);
    try {
      show(await work());
      return true;
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      setFault(error);
      // What was refused may rest on a state that is no longer so; without an answer the last one stays.
      await readImport(current.id).then(show, () => undefined);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const check = async () => {
    const begun = await attempt(async () => {
      await configureImport(current.id, draft.settings());
      return actOnImport(current.id, 'check');
    });
    if (!begun) return;
    draft.sent();
    go('check');
  };
  const act = (name: 'write' | 'undo' | 'cancel', body?: { keep_changed: boolean }) =>
    attempt(async () => {
      if (name === 'write') await rememberMatches(current.id);
      return actOnImport(current.id, name, body);
    });
  const shared = { current, draft, catalogue, busy, go, check };
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div>
          <nav className={css.crumb} aria-label="Breadcrumb">
            <Link href="/import" prefetch={false}>
              Data
            </Link>
            <ChevronRight size={12} aria-hidden />
            Import
          </nav>
          <h1>Import {namesOf(current)}</h1>
        </div>
        <StepList at={step} furthest={furthestStep(current)} go={go} />
      </header>
      {connected ? null : (
        <p className={css.offline} role="status">
          <WifiOff size={14} aria-hidden /> The server does not answer. This is what it said last; the page keeps
          asking.
        </p>
      )}
      {fault && !(step === 'import' && current.in_the_way) ? (
        <Refusal problem={fault.problem} safe={safeText(current)}>
          {null}
        </Refusal>
      ) : null}
      {step === 'file' ? <FileStep current={current} go={go} /> : null}
      {step === 'columns' ? <ColumnsStep {...shared} mappings={mappings} /> : null}
      {step === 'check' ? (
        <CheckStep {...shared} problems={problems} secondsLeft={secondsLeft} cancel={() => act('cancel')} />
      ) : null}
      {step === 'import' ? (
        <WriteStep current={current} busy={busy} secondsLeft={secondsLeft} go={go} act={act} />
      ) : null}
    </div>
  );
}

function safeText({ state }: Import): string {
  return state === 'imported' || state === 'undoing'
    ? 'The city is as the import left it.'
    : 'Nothing was written to the city. Files, columns and decisions are kept.';
}

/** The step of the address, as far as the import has come; else the one it stands at. */
function useStep(current: Import): readonly [Step, (step: Step) => void] {
  const inAddress = useSearchParams().get('step');
  const asked = steps.find((step) => step === inAddress);
  const reached = asked && steps.indexOf(asked) <= steps.indexOf(furthestStep(current));
  const go = (step: Step) => {
    window.history.pushState(null, '', `?step=${step}`);
    window.scrollTo({ top: 0 });
  };
  return [reached ? asked : stepOf(current), go];
}
