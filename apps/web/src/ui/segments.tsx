// A few choices of which one holds, side by side.
import css from './segments.module.css';

interface Props<Choice extends string> {
  readonly label: string;
  readonly choices: readonly { readonly id: Choice; readonly label: string }[];
  readonly chosen: Choice;
  readonly onChoose: (choice: Choice) => void;
}

export function Segments<Choice extends string>({ label, choices, chosen, onChoose }: Props<Choice>) {
  return (
    <fieldset className={css.segments}>
      <legend>{label}</legend>
      <div>
        {choices.map((choice) => (
          <label key={choice.id} data-chosen={choice.id === chosen || undefined}>
            <input
              type="radio"
              className="vh"
              name={label}
              checked={choice.id === chosen}
              onChange={() => onChoose(choice.id)}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
