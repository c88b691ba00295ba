'use client';
// The figures that decide whether a resource of this type can be used: one per supply, a limit per demand.
import css from './entry-form.module.css';
import { NumberEntry } from './fields.tsx';
import { type Bounds, endsAsked, type FlowEntry, type ParameterFacts, type TypeFacts } from './flow-entry.ts';

const open: Bounds = { min: Number.NaN, max: Number.NaN };

export function QualityFields({
  flow,
  type,
  change,
}: {
  flow: FlowEntry;
  type: TypeFacts;
  change(flow: FlowEntry): void;
}) {
  const field = (parameter: ParameterFacts) => (
    <QualityField
      key={parameter.id}
      flow={flow}
      parameter={parameter}
      change={(bounds) => change({ ...flow, quality: { ...flow.quality, [parameter.id]: bounds } })}
    />
  );
  const usual = type.parameters.filter(({ optional }) => !optional);
  const further = type.parameters.filter(({ optional }) => optional);
  const stated = further.filter(({ id }) => flow.quality[id] !== undefined).length;
  return (
    <>
      {usual.length > 0 ? (
        <fieldset className={css.grid}>
          <legend className="vh">Quality</legend>
          {usual.map(field)}
        </fieldset>
      ) : null}
      {further.length > 0 ? (
        <details className={css.more}>
          <summary>
            Figures of a lab sheet{' '}
            <span className="dim">
              {stated} of {further.length} stated
            </span>
          </summary>
          <p className={css.hint}>Judged only where one side states them. Nothing is lost by leaving them out.</p>
          <fieldset className={css.grid}>
            <legend className="vh">Further quality</legend>
            {further.map(field)}
          </fieldset>
        </details>
      ) : null}
    </>
  );
}

function QualityField({
  flow: { direction, quality },
  parameter,
  change,
}: {
  flow: FlowEntry;
  parameter: ParameterFacts;
  change(bounds: Bounds): void;
}) {
  const bounds = quality[parameter.id] ?? open;
  const { label, unit, range } = parameter;
  const shared = { unit, range };
  const ends = endsAsked(direction, parameter.kind, quality[parameter.id]);
  const unlocks = `Unlocks the verdict on ${inSentence(label)}`;
  switch (ends) {
    case 'one':
      return (
        <NumberEntry
          {...shared}
          label={label}
          value={Number.isFinite(bounds.min) ? bounds.min : bounds.max}
          unlocks={unlocks}
          change={(value) => change({ min: value, max: value })}
        />
      );
    case 'at_least':
      return (
        <NumberEntry
          {...shared}
          label={`${label}, at least`}
          value={bounds.min}
          unlocks={unlocks}
          change={(min) => change({ ...bounds, min })}
        />
      );
    case 'at_most':
      return (
        <NumberEntry
          {...shared}
          label={`${label}, at most`}
          value={bounds.max}
          unlocks={unlocks}
          change={(max) => change({ ...bounds, max })}
        />
      );
    default:
      return (
        <>
          <NumberEntry
            {...shared}
            label={`${label}, from`}
            value={bounds.min}
            unlocks={unlocks}
            change={(min) => change({ ...bounds, min })}
          />
          <NumberEntry
            {...shared}
            label={`${label}, to`}
            value={bounds.max}
            change={(max) => change({ ...bounds, max })}
          />
        </>
      );
  }
}

/** pH, SO3 and the like keep their letters. */
function inSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
