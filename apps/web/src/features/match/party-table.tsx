// What the exchange is to each party, side by side; every figure can be asked.
import { measures, type PartyStory } from '@crg/story/party-story';
import { ArrowDownRight, ArrowUpRight, Landmark, type LucideIcon } from 'lucide-react';
import { Ask } from './asked.tsx';
import css from './party-table.module.css';

const icons: Readonly<Record<PartyStory['party'], LucideIcon>> = {
  supplier: ArrowUpRight,
  receiver: ArrowDownRight,
  society: Landmark,
};

export function PartyTable({ parties }: { parties: readonly PartyStory[] }) {
  return (
    <table className={css.table}>
      <caption className="vh">Money by party</caption>
      <thead>
        <tr>
          <td />
          {parties.map(({ party, label, who }) => {
            const Icon = icons[party];
            return (
              <th key={party} scope="col" data-party={party}>
                <span className={css.role}>
                  <Icon size={13} strokeWidth={2} aria-hidden /> {label}
                </span>
                <span className={css.who}>{who}</span>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {measures.map(({ id, label }) => (
          <tr key={id} data-main={id === 'npv' || undefined}>
            <th scope="row">{label}</th>
            {parties.map(({ party, figures }) => (
              <td key={party} data-party={party} data-loss={figures[id].loss || undefined}>
                <Ask about={`${party}.${id}`}>{figures[id].text}</Ask>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
