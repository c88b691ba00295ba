// M, E, A: measured, estimated, archetype. Stands wherever a value stands alone.
import type { Precision } from '@crg/api-contract/family';

const meaning: Readonly<Record<Precision, string>> = {
  measured: 'measured',
  estimated: 'estimated',
  archetype: 'archetype, guessed from the sector',
};

export function PrecisionMark({ precision }: { precision: Precision }) {
  return (
    <span className={`pc ${precision}`} title={meaning[precision]}>
      <span aria-hidden>{precision.charAt(0).toUpperCase()}</span>
      <span className="vh">{meaning[precision]}</span>
    </span>
  );
}
