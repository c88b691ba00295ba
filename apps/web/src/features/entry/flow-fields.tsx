'use client';
// What: direction, type and amount are enough for a match; each further figure says what it unlocks.
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import css from './entry-form.module.css';
import { ChoiceEntry, NumberEntry, TextEntry } from './fields.tsx';
import { type FlowEntry, hourChoices, ownHours, type TypeFacts, withType } from './flow-entry.ts';
import { PaperFields } from './paper-fields.tsx';
import { QualityFields } from './quality-fields.tsx';
import { TypeChoice } from './type-choice.tsx';

interface Props {
  readonly flow: FlowEntry;
  readonly types: readonly TypeFacts[];
  change(flow: FlowEntry): void;
}

export function FlowFields({ flow, types, change }: Props) {
  const type = types.find(({ id }) => id === flow.type);
  const set = (more: Partial<FlowEntry>) => change({ ...flow, ...more });
  return (
    <>
      <RadioGroup
        className={css.direction ?? ''}
        value={flow.direction}
        onChange={(direction) => set({ direction: direction === 'demand' ? 'demand' : 'supply' })}
      >
        <Label>Direction</Label>
        <span className="seg">
          <Radio value="supply">Supply: we have it to give</Radio>
          <Radio value="demand">Demand: we need it</Radio>
        </span>
      </RadioGroup>
      <TypeChoice types={types} value={flow.type} change={(chosen) => change(withType(flow, chosen))} />
      <div className={css.pair}>
        <NumberEntry label="Amount" value={flow.amount} required change={(amount) => set({ amount })} />
        <ChoiceEntry
          label="Unit"
          value={flow.unit}
          choices={unitsOf(type, flow.unit)}
          disabled={type === undefined}
          unlocks={type ? 'A rate while it runs, or an amount per year' : 'Follows from the type'}
          change={(unit) => set({ unit })}
        />
      </div>
      {type ? <QualityFields flow={flow} type={type} change={change} /> : null}
      {type?.id.startsWith('service.') ? (
        <TextEntry
          label={flow.direction === 'supply' ? 'Skills offered' : 'Skills needed, all of them'}
          value={flow.skills}
          unlocks="Unlocks the verdict on skills; several with commas, such as welding_en_iso_9606"
          change={(skills) => set({ skills })}
        />
      ) : null}
      <PaperFields flow={flow} change={(papers) => set({ papers })} />
      <details className={css.more}>
        <summary>More, each for a better answer</summary>
        <MoreFields flow={flow} type={type} set={set} />
      </details>
    </>
  );
}

function MoreFields({
  flow,
  type,
  set,
}: {
  flow: FlowEntry;
  type: TypeFacts | undefined;
  set(more: Partial<FlowEntry>): void;
}) {
  const per = flow.per === '' ? '' : `EUR/${flow.per}`;
  return (
    <div className={css.grid}>
      <TextEntry
        label="Name"
        value={flow.name}
        unlocks="So that people recognise it"
        change={(name) => set({ name })}
      />
      <ChoiceEntry
        label="How well it is known"
        value={flow.precision}
        choices={['measured', 'estimated', 'archetype'].map((word) => ({ value: word, label: word }))}
        unlocks="Unlocks trust: measured ranks above estimated"
        change={(precision) => set({ precision: precision as FlowEntry['precision'] })}
      />
      <ChoiceEntry
        label="When it runs"
        value={flow.hours}
        choices={[...hourChoices, ...(flow.hours === ownHours ? [{ value: ownHours, label: 'Hours of its own' }] : [])]}
        unlocks="Unlocks a verdict on time"
        change={(hours) => set({ hours })}
      />
      <TextEntry
        label="EWC code"
        value={flow.ewc}
        unlocks="Unlocks a permit verdict for waste; six digits, several with commas"
        change={(ewc) => set({ ewc })}
      />
      <NumberEntry
        label={flow.direction === 'supply' ? 'Price wanted' : 'Price paid today'}
        unit={per}
        value={flow.price}
        unlocks="Unlocks money from your own price instead of a market value"
        change={(price) => set({ price })}
      />
      {flow.direction === 'supply' ? (
        <NumberEntry
          label="Disposal cost today"
          unit={per}
          value={flow.disposalCost}
          unlocks="Unlocks the saving of no longer disposing"
          change={(disposalCost) => set({ disposalCost })}
        />
      ) : null}
      {type && type.amountUnits.length > 1 ? (
        <ChoiceEntry
          label="Prices are per"
          value={flow.per}
          choices={type.amountUnits.map((unit) => ({ value: unit, label: unit }))}
          change={(chosen) => set({ per: chosen })}
        />
      ) : null}
      <NumberEntry
        label="Greatest distance"
        unit="km"
        range={[0, 20_100]}
        value={flow.maxDistanceKm}
        unlocks="Else as far as the type is usually carried"
        change={(maxDistanceKm) => set({ maxDistanceKm })}
      />
    </div>
  );
}

function unitsOf(type: TypeFacts | undefined, unit: string) {
  const units = type?.units ?? [];
  const all = unit === '' || units.includes(unit) ? units : [unit, ...units];
  return all.map((one) => ({ value: one, label: one }));
}
