// The permit gate: rule, clause, what it says, which facts it used and which it misses.
import type { PermitOutcome, PermitRuling } from '@crg/api-contract/match';
import { CircleCheck, CircleHelp, CircleX, Diamond, type LucideIcon } from 'lucide-react';
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

export function PermitGate({ outcome, rulings }: { outcome: PermitOutcome; rulings: readonly PermitRuling[] }) {
  return (
    <section className="card" aria-label="Permit gate">
      <header>
        <h2>Permit gate</h2>
        <PermitChip outcome={outcome} />
      </header>
      <div className={css.body}>
        {rulings.length === 0 ? <p>No rule of the rule book speaks about this pair. That is not a permit.</p> : null}
        {rulings.map((ruling) => (
          <article key={ruling.rule}>
            <h3>
              {ruling.clause}
              <code className="mono">
                {ruling.rule} · v{ruling.version}
              </code>
            </h3>
            <blockquote>{ruling.text}</blockquote>
            <p>
              Facts used: {ruling.facts_used.map(plain).join(', ') || 'none'}. Not known:{' '}
              <b>{ruling.facts_missing.map(plain).join(', ') || 'nothing'}</b>.
            </p>
          </article>
        ))}
        <p className="note">Deterministic rules with their clause; not legal advice. Missing facts never prohibit.</p>
      </div>
    </section>
  );
}

function plain(fact: string): string {
  return fact.replaceAll('_', ' ');
}
