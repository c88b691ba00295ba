// The shape first: shown only when the answer takes longer than 400 ms; after 3 s a line says what is happening.
import css from './loading.module.css';

export default function Loading() {
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
      <p>Reading the city and its matches</p>
    </div>
  );
}
