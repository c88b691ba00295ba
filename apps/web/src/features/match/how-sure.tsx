// How sure the numbers are: P10 to P90 of money and CO2, the chance of a loss, and what moves the answer most.
import type { UncertaintyStory } from '@crg/story/uncertainty-story';
import { Ask } from './asked.tsx';
import css from './how-sure.module.css';
import { Tornado } from './tornado.tsx';

export function HowSure({ uncertainty, middle }: { uncertainty: UncertaintyStory; middle: number }) {
  const { bands, drivers } = uncertainty;
  return (
    <section className="card" aria-label="How sure">
      <header>
        <h2>How sure</h2>
        <span className="note">one draw in ten is below P10, one above P90</span>
      </header>
      <table className={css.table}>
        <caption className="vh">Money and CO₂ with their uncertainty</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">P10</th>
            <th scope="col">P50</th>
            <th scope="col">P90</th>
          </tr>
        </thead>
        <tbody>
          {bands.map(({ id, label, p10, p50, p90 }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td>{p10}</td>
              <td>
                <Ask about={`uncertainty.${id}`}>{p50}</Ask>
              </td>
              <td>{p90}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {drivers.length > 0 ? (
        <>
          <h3 className={css.sub}>
            <Ask about="uncertainty.drivers">What moves the NPV most</Ask>
          </h3>
          <Tornado drivers={drivers} middle={middle} />
        </>
      ) : (
        <p className={css.sub}>No input moves the NPV.</p>
      )}
    </section>
  );
}
