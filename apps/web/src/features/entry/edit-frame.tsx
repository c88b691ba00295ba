'use client';
// Around every record under edit: save, what went wrong, the other version beside mine, and remove with its consequence.
import { CircleCheck, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Refusal } from '../../ui/refusal.tsx';
import css from './entry-form.module.css';
import { differences } from './entry-words.ts';
import type { EditedRecord } from './use-record.ts';

interface Props<Value extends object> {
  readonly record: EditedRecord<Value>;
  /** The form's content as a record. */
  readonly mine: Value;
  /** What is still needed; null when it can be saved. */
  readonly missing: string | null;
  readonly removal: string;
  takeTheirs(): void;
  readonly children: ReactNode;
}

export function EditFrame<Value extends object>({
  record,
  mine,
  missing,
  removal,
  takeTheirs,
  children,
}: Props<Value>) {
  const { fault, busy, saved, conflict } = record;
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === null) record.save(mine);
      }}
    >
      {children}
      {conflict ? (
        <Conflict theirs={conflict.value} mine={mine} onTop={() => record.saveOnTop(mine)} takeTheirs={takeTheirs} />
      ) : null}
      {fault ? (
        <Refusal problem={fault.problem} safe="Nothing was changed. The form keeps what you typed.">
          {null}
        </Refusal>
      ) : null}
      <footer className={css.foot}>
        <Button className="btn" isDisabled={busy} onPress={() => record.remove()} aria-describedby="removal">
          <Trash2 size={15} strokeWidth={1.75} aria-hidden /> Remove
        </Button>
        <p id="removal">{removal}</p>
        {saved ? (
          <span role="status">
            <CircleCheck className={`i ${css.good}`} size={14} aria-hidden /> Saved
          </span>
        ) : null}
        <Button
          type="submit"
          className={conflict ? 'btn' : 'btn p'}
          isDisabled={busy || missing !== null || conflict !== null}
        >
          {missing === null ? 'Save' : `Save, once there is ${missing}`}
        </Button>
      </footer>
    </form>
  );
}

function Conflict({
  theirs,
  mine,
  onTop,
  takeTheirs,
}: {
  theirs: object;
  mine: object;
  onTop(): void;
  takeTheirs(): void;
}) {
  const rows = differences(theirs, mine);
  return (
    <section className={`card ${css.saved}`} aria-label="Somebody was faster">
      <h2 aria-live="assertive">This changed while you wrote</h2>
      <p>Somebody saved another version. Yours was not saved and is kept here.</p>
      {rows.length > 0 ? (
        <table className={css.conflict}>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Theirs</th>
              <th scope="col">Yours</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, theirs: other, mine: own }) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                <td>{other}</td>
                <td>{own}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>Both say the same.</p>
      )}
      <p className={css.ways}>
        <Button className="btn p" onPress={onTop}>
          Save mine on top
        </Button>
        <Button className="btn" onPress={takeTheirs}>
          Take theirs
        </Button>
      </p>
    </section>
  );
}
