// The permit gate: rule, law and clause, what it says; for every missing fact the question, and where its owner answers it.
import type { PermitOutcome } from '@crg/api-contract/match';
import type { OpenFact, PermitStory, RulingStory } from '@crg/story/permit-story';
import { ArrowRight, CircleCheck, CircleHelp, CircleX, Diamond, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import css from './permit-gate.module.css';

const outcomes: Readonly<
  Record<PermitOutcome, { readonly icon: LucideIcon; readonly word: string; readonly tone: string }>
> = {
  allowed: { icon: CircleCheck, word: 'Allowed', tone: 'pass' },
  needs_permit: { icon: Diamond, word: 'Needs a permit', tone: 'near' },
  unknown: { icon: CircleHelp, word: 'Not known', tone: 'unknown' },
  prohibited: { icon: CircleX, word: 'Prohibited', tone: 'fail' },
};

export function PermitChip({ outcome }: { outcome: PermitOutcome }) {
  const { icon: Icon, word, tone } = outcomes[outcome];
  return (
    <span className={`chip ${tone}`}>
      <Icon size={13} aria-hidden />
      {word}
    </span>
  );
}

export function PermitGate({ permit: { outcome, rulings, open } }: { permit: PermitStory }) {
  return (
    <section className="card" aria-label="Permit gate">
      <header>
        <h2>Permit gate</h2>
        <PermitChip outcome={outcome} />
      </header>
      <div className={css.body}>
        {rulings.length === 0 ? <p>No rule of the rule book speaks about this pair. That is not a permit.</p> : null}
        {open.length > 0 ? <OpenFacts open={open} /> : null}
        {rulings.map((ruling) => (
          <Ruling key={ruling.rule} ruling={ruling} />
        ))}
        <p className="note">
          Deterministic rules with their clause; not legal advice. A missing fact never prohibits.{' '}
          <Link href="/reference/permit-rules" prefetch={false}>
            All rules
          </Link>
        </p>
      </div>
    </section>
  );
}

function OpenFacts({ open }: { open: readonly OpenFact[] }) {
  return (
    <div className={css.open}>
      <h3>{open.length === 1 ? 'One fact is missing' : `${open.length} facts are missing`}</h3>
      <ul>
        {open.map(({ fact, question, form, rules, effect }) => (
          <li key={fact}>
            <p>{question}</p>
            {effect ? <p className={css.effect}>{effect}</p> : null}
            <p className="note">
              {form ? <AnswerLink {...form} /> : 'For whoever would run the converter, who is not known yet;'} decides{' '}
              {rules.join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A load of its own, so that the form knows from the start which part was asked for. */
function AnswerLink({ who, href }: NonNullable<OpenFact['form']>) {
  return (
    <a href={href}>
      Answer for {who} <ArrowRight size={11} aria-hidden />
    </a>
  );
}

function Ruling({ ruling: { clause, law, outcome, text, used, missing } }: { ruling: RulingStory }) {
  const { icon: Icon, word, tone } = outcomes[outcome];
  return (
    <article>
      <h3>
        <Icon size={14} aria-hidden className={css[tone] ?? ''} />
        <span className="vh">{word}:</span>
        <span>{clause}</span>
      </h3>
      <p className={css.law}>{law}</p>
      <blockquote>{text}</blockquote>
      <p>
        {used.length > 0 ? <>Judged by: {used.join(', ')}. </> : null}
        {missing.length > 0 ? (
          <>
            Not known: <b>{missing.join(', ')}</b>.
          </>
        ) : null}
      </p>
    </article>
  );
}
