// The shipped city as the tests read it.
import { readFileSync } from 'node:fs';
import { readCity } from '@crg/city-format/city-file';
import type { City, ResourceFlow, Site } from '@crg/domain/flow';

const folder = new URL('../../../../cities/kalundborg/', import.meta.url);

export function readText(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}

export function kalundborg(): City {
  return readCity(readText('city.json')).city;
}

export function flowOf(city: City, id: string): ResourceFlow {
  const flow = city.flows.find((candidate) => candidate.id === id);
  if (flow === undefined) throw new Error(`expected a flow of the city, got ${id}`);
  return flow;
}

export function siteOf(city: City, flow: ResourceFlow): Site {
  const site = city.sites.find((candidate) => candidate.id === flow.siteId);
  if (site === undefined) throw new Error(`expected a site of ${flow.id}, got ${flow.siteId}`);
  return site;
}
