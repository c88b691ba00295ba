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
  if (type.parameters.length === 0) return null;
  return (
    <fieldset className={css.grid}>
      <legend className="vh">Quality</legend>
      {type.parameters.map((parameter) => (
        <QualityField
          key={parameter.id}
          flow={flow}
          parameter={parameter}
          change={(bounds) => change({ ...flow, quality: { ...flow.quality, [parameter.id]: bounds } })}
        />
      ))}
    </fieldset>
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
  const unlocks = `Unlocks the verdict on ${label.toLowerCase()}`;
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
