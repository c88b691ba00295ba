// Seven marks in fixed order, told apart by shape: square pass, triangle near miss, diamond permit, dashed ring unknown.
import { strip, type VerdictMark } from '@crg/story/verdict-marks';

const words: Readonly<Record<VerdictMark, string>> = {
  pass: 'passes',
  near: 'nearly fits',
  needs_permit: 'needs a permit',
  unknown: 'unknown',
  fail: 'does not fit',
  none: 'not asked',
};

export function VerdictStrip({ marks }: { marks: readonly VerdictMark[] }) {
  return (
    <svg width="55" height="9" viewBox="0 0 55 9" role="img" aria-label={stripText(marks)} className="strip">
      {marks.map((mark, index) => (
        <g key={strip[index]} transform={`translate(${index * 8 + 3.5} 4.5)`} className={`v-${mark}`}>
          <MarkShape mark={mark} />
        </g>
      ))}
    </svg>
  );
}

/** `All seven verdicts pass`, or the ones that do not in words. */
export function stripText(marks: readonly VerdictMark[]): string {
  const others = marks.flatMap((mark, index) =>
    mark === 'pass' || mark === 'none' ? [] : [`${strip[index]} ${words[mark]}`],
  );
  return others.length === 0 ? 'All verdicts pass' : `Verdicts: ${others.join(', ')}, the others pass`;
}

function MarkShape({ mark }: { mark: VerdictMark }) {
  if (mark === 'pass') return <rect x="-2.5" y="-2.5" width="5" height="5" rx="1" fill="currentColor" />;
  if (mark === 'near') return <path d="M0-3.4 3.6 2.8h-7.2z" fill="currentColor" />;
  if (mark === 'needs_permit')
    return <path d="M0-3.5 3.5 0 0 3.5-3.5 0z" fill="none" stroke="currentColor" strokeWidth="1.5" />;
  if (mark === 'fail') return <path d="m-2.6-2.6 5.2 5.2m0-5.2-5.2 5.2" stroke="currentColor" strokeWidth="1.6" />;
  return (
    <circle
      r="2.7"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
      strokeDasharray={mark === 'none' ? '0.1 2.2' : '1.8 1.3'}
      strokeLinecap="round"
    />
  );
}
