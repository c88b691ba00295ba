// One converter: what becomes what, between which sizes, under which conditions, and the figures it is worked out with.
import type { Converter } from '@crg/api-contract/converter';
import { isResourceType, resourceType } from '@crg/domain/taxonomy';
import { digits, exact } from '@crg/story/format';
import { plainUnit } from '@crg/story/made';
import { unitText } from '@crg/story/unit-text';
import { ArrowRight } from 'lucide-react';
import css from './reference.module.css';

export function ConverterCard({ converter }: { converter: Converter }) {
  const { id, label, inputs, output, besides, takes, size, quality_from: quality, factors } = converter;
  const conditions = takes.map(
    ({ parameter, bound, value, needed }) =>
      `${parameterText(inputs[0], parameter)} ${bound} ${exact(value)}${unitOf(inputs[0], parameter)}${needed ? ', has to be stated' : ''}`,
  );
  return (
    <article className={`card ${css.card}`} id={id} aria-label={label}>
      <h2>
        {label} <code className="mono dim">{id}</code>
      </h2>
      <p className={css.way}>
        <span>{inputs.map(typeLabel).join(', or ')}</span>
        <ArrowRight size={14} aria-hidden />
        <span className="vh">becomes</span>
        <b>{output === 'same' ? 'the same, made better' : typeLabel(output)}</b>
        {besides.length > 0 ? <span className="mut">and {besides.join(', ')}</span> : null}
      </p>
      <dl className={css.facts}>
        <div>
          <dt>Built from, to</dt>
          <dd>{sizeText(size)}</dd>
        </div>
        <div>
          <dt>Takes</dt>
          <dd>{conditions.join('; ') || 'any such supply'}</dd>
        </div>
        <div>
          <dt>Quality of what comes out</dt>
          <dd>{quality}</dd>
        </div>
      </dl>
      <table className={css.figures}>
        <caption className="vh">Figures of {label}</caption>
        <thead>
          <tr>
            <th scope="col" className={css.wide}>
              Figure
            </th>
            <th scope="col">Mid</th>
            <th scope="col">Range</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {factors.map((factor) => (
            <tr key={factor.id}>
              <th scope="row">
                {factor.label}
                {factor.overridden ? <span className="chip near">The city’s own</span> : null}
              </th>
              <td data-label="Mid">
                {digits(factor.mid)} <span className="u">{plainUnit(factor.unit)}</span>
              </td>
              <td data-label="Range">
                {factor.low === factor.high ? '–' : `${digits(factor.low)} to ${digits(factor.high)}`}
              </td>
              <td className="mut" data-label="Source">
                {factor.source}, {factor.year}, {factor.geography}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}

function sizeText({ unit, smallest, largest }: Converter['size']): string {
  const words = plainUnit(unit);
  if (smallest === null && largest === null) return 'any size';
  if (largest === null) return `${exact(smallest ?? 0)} ${words} on`;
  return smallest === null ? `up to ${exact(largest)} ${words}` : `${exact(smallest)} to ${exact(largest)} ${words}`;
}

function typeLabel(type: string): string {
  return isResourceType(type) ? resourceType(type).label : type;
}

function parameterText(type: string | undefined, id: string): string {
  return parameterOf(type, id)?.label ?? id.replaceAll('_', ' ');
}

function unitOf(type: string | undefined, id: string): string {
  const unit = parameterOf(type, id)?.unit;
  return unit === undefined ? '' : ` ${unitText(unit)}`.trimEnd();
}

function parameterOf(type: string | undefined, id: string) {
  const parameters = type !== undefined && isResourceType(type) ? resourceType(type).parameters : [];
  return parameters.find((parameter) => parameter.id === id);
}
