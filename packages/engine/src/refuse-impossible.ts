// No number out of nothing: what no file and no form lets in, a program may still hand to the engine.
import { checkFigures, type Finding } from '@crg/domain/check-flow';
import { checkPoint } from '@crg/domain/check-site';
import { DomainError } from '@crg/domain/errors';
import type { FactorOverride, ResourceFlow, Site } from '@crg/domain/flow';
import { checkFactorOverrides } from './economics/check-factors.ts';

/** @throws DomainError of the first figure that cannot be, named `flow <id>: quality.temperature_c.min` */
export function refuseImpossibleFlow(flow: ResourceFlow): void {
  refuse(`flow ${flow.id}`, checkFigures(flow));
}

/** @throws DomainError out_of_range, named `site <id>: longitude` */
export function refuseImpossibleSite(site: Site): void {
  refuse(`site ${site.id}`, checkPoint(site));
}

/** @throws DomainError of the first override that no calculation can use, named `city: factors[0].mid` */
export function refuseImpossibleFactors(overrides: readonly FactorOverride[]): void {
  refuse('city', checkFactorOverrides(overrides));
}

/** @throws DomainError invalid_input */
export function refuseImpossibleYear(year: number): void {
  if (Number.isInteger(year) && year >= 1 && year <= 9999) return;
  const expected = 'a calendar year of four digits';
  throw new DomainError('invalid_input', { field: 'year', expected, got: String(year), next: 'Write 2024, say.' });
}

function refuse(who: string, findings: readonly Finding[]): void {
  const [first] = findings;
  if (first === undefined) return;
  const { code, field, ...evidence } = first;
  throw new DomainError(code, { ...evidence, field: `${who}: ${field}` });
}
