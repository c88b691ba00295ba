// The shape first: shown only when the answer takes longer than 400 ms; after 3 s a line says what is happening.
// Not a loading boundary of the router: that would stream the page into a hidden place that only script can open.
import css from './opening-shape.module.css';

export function OpeningShape() {
  return (
    <div className={css.page} role="status">
      <div className={css.bar} />
      {['a', 'b', 'c', 'd'].map((row) => (
        <div className={css.row} key={row}>
          <i />
          <div>
            <i />
            <i />
          </div>
        </div>
      ))}
      <p>Reading the match and how its numbers were made</p>
    </div>
  );
}
