// The head of the page of a match or chain: where it stands, what it is, and its four figures.
import { digits, euros, kilometres, score } from '@crg/story/format';
import type { MatchStory } from '@crg/story/match-story';
import { ChevronDown, ChevronUp, FileText } from 'lucide-react';
import Link from 'next/link';
import { FamilyIcon } from '../../ui/family-icon.tsx';
import { StateRing } from '../../ui/state-ring.tsx';
import { Ask } from './asked.tsx';
import css from './match-screen.module.css';
import { PermitChip } from './permit-gate.tsx';

export function Crumb({ story, ranking }: { story: MatchStory; ranking: readonly string[] | null }) {
  const all = ranking ?? [];
  const at = all.indexOf(story.id);
  const [before, after] = at === -1 ? [undefined, undefined] : [all[at - 1], all[at + 1]];
  const place = at === -1 ? 'not in the ranking' : `${at + 1} of ${all.length} by value`;
  return (
    <nav className={css.crumb} aria-label="Where this is">
      <Link href="/" prefetch={false}>
        Matches
      </Link>
      <span aria-hidden>›</span>
      <span>{ranking === null ? 'Chain' : place}</span>
      {before ? (
        <Link
          className="ib"
          prefetch={false}
          href={`/matches/${encodeURIComponent(before)}`}
          aria-label="The match above, worth more"
        >
          <ChevronUp size={15} aria-hidden />
        </Link>
      ) : null}
      {after ? (
        <Link
          className="ib"
          prefetch={false}
          href={`/matches/${encodeURIComponent(after)}`}
          aria-label="The match below, worth less"
        >
          <ChevronDown size={15} aria-hidden />
        </Link>
      ) : null}
    </nav>
  );
}

export function MatchHead({ story }: { story: MatchStory }) {
  return (
    <div className={css.head}>
      <div className={css.titleRow}>
        <h1>
          <FamilyIcon family={story.family} size={26} named={false} />
          {story.title}
        </h1>
        {story.converter ? null : (
          <a className="btn" href={`/api/v1/matches/${encodeURIComponent(story.id)}/dossier.pdf`}>
            <FileText size={14} aria-hidden /> Dossier, PDF
          </a>
        )}
      </div>
      <p className={css.meta}>
        <span className="chip o">
          <StateRing kind="match" /> Suggested
        </span>
        {story.marginEurPerYear < -0.5 ? <span className="chip near">Fits, but costs more than it saves</span> : null}
        <span>
          <Ask about="score">
            <b>{score(story.score)}</b>
          </Ask>{' '}
          score
        </span>
        <span>
          <Ask about="society.margin">
            <b>{euros(story.marginEurPerYear)}</b>
          </Ask>{' '}
          per year shared
        </span>
        <span>
          <Ask about="co2">
            <b>{digits(story.co2TonnesPerYear)} t</b>
          </Ask>{' '}
          CO₂ per year
        </span>
        <span>
          <b>{kilometres(story.distanceKm)}</b> apart
        </span>
        <PermitChip outcome={story.permit.outcome} />
        <span className="mut">{story.typeLabel}</span>
      </p>
    </div>
  );
}
