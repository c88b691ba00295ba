// A pair that does not fit, and the way from no to yes: which judge says no, by how much, and the smallest change.
import type { Chain } from '@crg/api-contract/chain';
import { euros, kilometres } from '@crg/story/format';
import { type ChangeStory, type NearMissStory, turnedRows } from '@crg/story/near-miss-story';
import { ArrowRight, CircleCheck, Wrench } from 'lucide-react';
import Link from 'next/link';
import { entryHref } from '../../model/entry.ts';
import { FamilyIcon, familyColour } from '../../ui/family-icon.tsx';
import { PrecisionMark } from '../../ui/precision-mark.tsx';
import { StateRing } from '../../ui/state-ring.tsx';
import css from './match-screen.module.css';
import own from './near-miss-screen.module.css';
import { PairChain } from './pair-chain.tsx';
import { VerdictIcon, VerdictTable, verdictSummary } from './verdict-table.tsx';

interface Props {
  readonly story: NearMissStory;
  /** The best chain of the same pair. */
  readonly chain: Chain | null;
}

export function NearMissScreen({ story, chain }: Props) {
  const failed = story.verdicts.filter(({ judge }) => story.failed.includes(judge));
  return (
    <div className={css.page}>
      <nav className={css.crumb} aria-label="Where this is">
        <Link href="/" prefetch={false}>
          Matches
        </Link>
        <span aria-hidden>›</span>
        <span>Near miss</span>
      </nav>
      <div className={css.head}>
        <h1>
          <FamilyIcon family={story.family} size={26} named={false} />
          {story.title}
        </h1>
        <p className={css.meta}>
          <span className="chip o">
            <StateRing kind="near_miss" /> Near miss
          </span>
          <span>
            <b>{kilometres(story.distanceKm)}</b> apart
          </span>
          <span>{verdictSummary(story.verdicts)}</span>
        </p>
      </div>
      <PairChain
        supply={story.supply}
        demand={story.demand}
        colour={familyColour(story.family)}
        dashed
        above={<b>does not fit yet</b>}
        below={failed.map(({ label }) => label).join(', ')}
      />
      <div className={own.grid}>
        <div className={own.ways}>
          <Changes story={story} />
          {chain ? <SamePairChain chain={chain} /> : null}
        </div>
        <section className="card" aria-label="Verdicts">
          <header>
            <h2>Verdicts today</h2>
            <span className="note">{verdictSummary(story.verdicts)}</span>
          </header>
          <VerdictTable rows={story.verdicts} />
        </section>
      </div>
    </div>
  );
}

/** What a near miss does not work out: the same pair, whole, with the machine in between. */
function SamePairChain({ chain }: { chain: Chain }) {
  const { converters, margin_eur_per_year: margin } = chain;
  const through = converters[0]?.label ?? 'a converter';
  return (
    <section className="card" aria-label="The same pair through a converter">
      <header>
        <h2>The same pair through a converter</h2>
      </header>
      <p className={own.none}>
        {through}: {margin < -0.5 ? 'costs more than it saves, ' : ''}
        <b>{euros(margin)}</b> per year, everything counted.{' '}
        <Link href={entryHref({ kind: 'chain', id: chain.id })} prefetch={false}>
          Open the chain
        </Link>
      </p>
    </section>
  );
}

function Changes({ story }: { story: NearMissStory }) {
  const { changes, cost } = story;
  const title =
    changes.length > 1 ? 'Smallest changes that make it fit, both needed' : 'Smallest change that makes it fit';
  return (
    <section className={`card ${own.changes}`} aria-label="Smallest change">
      <header>
        <h2>{title}</h2>
      </header>
      {cost === null ? (
        <p className={own.none}>
          No change was found that makes it fit: none that this product knows turns{' '}
          {story.failed.length > 1 ? 'these verdicts' : 'this verdict'}. It stays here because it is near.
        </p>
      ) : (
        <>
          <ol>
            {changes.map((change) => (
              <Change key={`${change.kind} ${change.detail}`} change={change} />
            ))}
          </ol>
          <BeforeAfter story={story} />
          {changes.length > 1 ? (
            <p className={own.sum}>
              Together <b>{cost}</b> per year <PrecisionMark precision="estimated" />
            </p>
          ) : null}
          <p className={`note ${own.only}`}>
            The cost of the change alone. What the pair would earn or lose with it is not worked out here.
          </p>
        </>
      )}
    </section>
  );
}

function Change({ change: { label, detail, cost, paidBy } }: { change: ChangeStory }) {
  return (
    <li>
      <Wrench size={15} aria-hidden />
      <div>
        <b>{label}</b>
        <p>{detail}</p>
        <dl>
          <div>
            <dt>Costs</dt>
            <dd>
              {cost} {cost === 'nothing' ? null : <span className="u">per year</span>}{' '}
              <PrecisionMark precision="estimated" />
            </dd>
          </div>
          <div>
            <dt>Would pay</dt>
            <dd>{paidBy}</dd>
          </div>
        </dl>
      </div>
    </li>
  );
}

/** What says no today, and what the same judge says with the changes; the engine has judged the changed pair again. */
function BeforeAfter({ story }: { story: NearMissStory }) {
  const turned = turnedRows(story);
  const others = story.verdicts.length - turned.length;
  return (
    <div className={own.turned}>
      <table>
        <caption>Judged again with {story.changes.length > 1 ? 'these changes' : 'this change'}</caption>
        <thead>
          <tr>
            <th scope="col">Judge</th>
            <th scope="col">Today</th>
            <td />
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {turned.map(({ row, by }) => (
            <tr key={row.judge}>
              <th scope="row">{row.label}</th>
              <td>
                <VerdictIcon mark={row.mark} /> <span className="vh">today:</span> no
              </td>
              <td>
                <ArrowRight size={14} aria-hidden />
              </td>
              <td>
                <CircleCheck size={15} aria-hidden className="v-pass" /> fits
                {by ? <span className="note"> by {by.label.charAt(0).toLowerCase() + by.label.slice(1)}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">The other {others} verdicts were judged again as well; none of them says no.</p>
    </div>
  );
}
