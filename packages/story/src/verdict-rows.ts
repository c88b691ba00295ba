// The verdicts as rows: mark, sentence, and a bullet bar that shows the numbers they were judged by.
import type { Verdict } from '@crg/api-contract/match';
import { isResourceType, resourceType } from '@crg/domain/taxonomy';
import { unitText } from './unit-text.ts';
import { markOf, type VerdictMark } from './verdict-marks.ts';

/** All in shares of the bar's length. */
export interface Bullet {
  readonly value: number;
  readonly limit: number | null;
  /** Where values pass: from the limit to one end; null for a plain fill from 0. */
  readonly good: readonly [number, number] | null;
  readonly text: string;
}

export interface VerdictRow {
  readonly judge: string;
  readonly label: string;
  readonly mark: VerdictMark;
  readonly text: string;
  readonly bullet: Bullet | null;
}

const labels: Readonly<Record<string, string>> = {
  type: 'Type',
  distance: 'Distance',
  time: 'Time',
  quantity: 'Quantity',
  permit: 'Permit',
  visibility: 'Visibility',
};

/** @param share of the supply's year that the pair takes; null where it was not computed */
export function verdictRows(
  verdicts: readonly Verdict[],
  demandType: string,
  share: number | null,
  fixable: boolean,
): readonly VerdictRow[] {
  return verdicts.map((verdict) => {
    const label = labels[verdict.judge] ?? parameterLabel(verdict.judge, demandType);
    return {
      judge: verdict.judge,
      label: label.replace(/ \(.*\)$/, ''),
      mark: markOf([verdict], verdict.judge, fixable),
      text: withoutLabel(verdict.text, label),
      bullet: bulletOf(verdict, share),
    };
  });
}

/** The row already says which parameter it is. */
function withoutLabel(text: string, label: string): string {
  if (!text.startsWith(`${label}: `)) return text;
  const rest = text.slice(label.length + 2);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function parameterLabel(judge: string, demandType: string): string {
  const id = judge.replace(/^quality\./, '');
  const parameters = isResourceType(demandType) ? resourceType(demandType).parameters : [];
  return parameters.find((parameter) => parameter.id === id)?.label ?? id;
}

function bulletOf({ judge, value, limit, unit, result }: Verdict, share: number | null): Bullet | null {
  if (value === null) return null;
  if (judge === 'time') return { value: value / 8784, limit: null, good: null, text: `${Math.round(value)} h a year` };
  if (judge === 'quantity') {
    return share === null
      ? null
      : { value: share, limit: null, good: null, text: `${Math.round(share * 100)} % of the supply` };
  }
  if (limit === null) return null;
  const text = `${value} against ${limit} ${unitText(unit ?? '')}`.trimEnd();
  const most = Math.max(value, limit, 0) * 1.18 || 1;
  const least = Math.min(value, limit, 0) * 1.18;
  const at = (number: number) => (number - least) / (most - least);
  if (judge === 'distance') return { value: at(value), limit: at(limit), good: null, text };
  const passesAbove = result === 'fail' ? value < limit : value >= limit;
  return { value: at(value), limit: at(limit), good: passesAbove ? [at(limit), 1] : [0, at(limit)], text };
}
