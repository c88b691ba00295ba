// What a cluster stands for, in words and icons, beside the one that is pointed at or walked to.
import { familyLabel } from '@crg/story/families';
import { FamilyIcon } from '../ui/family-icon.tsx';
import { familiesBySize } from './bubble-mark.tsx';
import type { Size } from './camera.ts';
import css from './city-map.module.css';
import type { Bubble } from './place-marks.ts';

export function BubbleCard({ bubble: { cluster, x, y, radius }, size }: { bubble: Bubble; size: Size }) {
  const there = familiesBySize(cluster.families);
  const isLow = y > size.height * 0.6;
  const place = isLow ? { bottom: size.height - y + radius + 8 } : { top: y + radius + 8 };
  return (
    <div className={css.card} style={{ left: x, ...place }} aria-hidden>
      <p>
        <b>{cluster.sites.toLocaleString('en')} sites</b>
        {there.length === 0 ? ' without flows' : null}
      </p>
      <ul>
        {there.slice(0, 6).map(({ family, flows }) => (
          <li key={family}>
            <FamilyIcon family={family} size={16} named />
            {familyLabel(family)}
            <span>{flows.toLocaleString('en')} flows</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
