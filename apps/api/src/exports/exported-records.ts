// Organizations, sites and flows as rows and as features.
import type { Interval, Organization, ResourceFlow, Site } from '@crg/domain/flow';
import { resourceType } from '@crg/domain/taxonomy';
import { wasteCode } from '@crg/domain/waste-codes';
import type { FlowInPlace } from '@crg/services/flow-in-place';
import { type Exported, pointGeometry, positionOf } from './exported.ts';

/** An organization stands wherever its sites stand. */
export interface ExportedOrganization {
  readonly organization: Organization;
  readonly sites: readonly Site[];
}

export const exportedOrganizations: Exported<ExportedOrganization> = {
  id: ({ organization }) => organization.id,
  geometry: ({ sites }) => {
    const places = sites.flatMap(({ point }) => (point === null ? [] : [positionOf(point)]));
    return places.length === 0 ? null : { type: 'MultiPoint', coordinates: places };
  },
  columns: [
    { name: 'id', value: ({ organization }) => organization.id },
    { name: 'name', value: ({ organization }) => organization.name },
    { name: 'nace', value: ({ organization }) => codeList('NACE', organization.nace) },
    { name: 'sites', value: ({ sites }) => sites.length },
  ],
};

export interface ExportedSite {
  readonly site: Site;
  /** null: removed in this moment. */
  readonly organizationName: string | null;
}

export const exportedSites: Exported<ExportedSite> = {
  id: ({ site }) => site.id,
  geometry: ({ site }) => pointGeometry(site.point),
  columns: [
    { name: 'id', value: ({ site }) => site.id },
    { name: 'name', value: ({ site }) => site.name },
    { name: 'organization', value: ({ organizationName }) => organizationName },
    { name: 'organization_id', value: ({ site }) => site.organizationId },
    { name: 'longitude', value: ({ site }) => site.point?.longitude ?? null },
    { name: 'latitude', value: ({ site }) => site.point?.latitude ?? null },
    { name: 'country', value: ({ site }) => site.country },
    { name: 'source', value: ({ site }) => site.source?.reference ?? null },
    { name: 'certainty', value: ({ site }) => site.source?.certainty ?? null },
  ],
};

export const exportedFlows: Exported<FlowInPlace> = {
  id: ({ flow }) => flow.id,
  geometry: ({ site }) => pointGeometry(site.point),
  columns: [
    { name: 'id', value: ({ flow }) => flow.id },
    { name: 'name', value: ({ flow }) => flow.name },
    { name: 'direction', value: ({ flow }) => flow.direction },
    { name: 'family', value: ({ flow }) => resourceType(flow.type).family },
    { name: 'type', value: ({ flow }) => flow.type },
    { name: 'quantity', value: ({ flow }) => flow.quantity.amount },
    { name: 'unit', value: ({ flow }) => flow.quantity.unit },
    { name: 'precision', value: ({ flow }) => flow.quantity.precision },
    { name: 'quality', value: ({ flow }) => qualityText(flow) },
    { name: 'valid_from', value: ({ flow }) => flow.availability.validFrom },
    { name: 'valid_to', value: ({ flow }) => flow.availability.validTo },
    { name: 'ewc', value: ({ flow }) => wasteCodeText(flow.codes.ewc) },
    { name: 'price', value: ({ flow }) => flow.price?.amount ?? null },
    { name: 'price_currency', value: ({ flow }) => flow.price?.currency ?? null },
    { name: 'price_per', value: ({ flow }) => flow.price?.per ?? null },
    { name: 'disposal_cost', value: ({ flow }) => flow.disposalCost?.amount ?? null },
    { name: 'disposal_cost_currency', value: ({ flow }) => flow.disposalCost?.currency ?? null },
    { name: 'disposal_cost_per', value: ({ flow }) => flow.disposalCost?.per ?? null },
    { name: 'max_distance_km', value: ({ flow }) => flow.limits.maxDistanceKm },
    { name: 'skills', value: ({ flow }) => (flow.skills === undefined ? null : flow.skills.join('; ')) },
    { name: 'papers', value: ({ flow }) => papersText(flow) },
    { name: 'organization', value: ({ organization }) => organization.name },
    { name: 'organization_id', value: ({ organization }) => organization.id },
    { name: 'site', value: ({ site }) => site.name },
    { name: 'site_id', value: ({ site }) => site.id },
    { name: 'longitude', value: ({ site }) => site.point?.longitude ?? null },
    { name: 'latitude', value: ({ site }) => site.point?.latitude ?? null },
    { name: 'source', value: ({ flow }) => flow.source?.reference ?? null },
  ],
};

/** With a word before the digits: a spreadsheet would make the number 1.1 or a day in November of 01.10. */
function codeList(system: string, codes: readonly string[]): string | null {
  return codes.length === 0 ? null : codes.map((code) => `${system} ${code}`).join('; ');
}

/** As the list prints them, `10 01 02`: a spreadsheet takes the leading zero off 010102. */
function wasteCodeText(codes: readonly string[]): string | null {
  return codes.length === 0 ? null : codes.map((code) => wasteCode(code).display).join('; ');
}

/** `temperature_c 80 to 90; ph at least 6`. */
function qualityText({ quality }: ResourceFlow): string | null {
  const parts = Object.entries(quality).map(([parameter, interval]) => `${parameter} ${intervalText(interval)}`);
  return parts.length === 0 ? null : parts.join('; ');
}

/** `contract_or_market yes; haccp no`. */
function papersText({ papers = {} }: ResourceFlow): string | null {
  const answers = Object.entries(papers).map(([paper, answer]) => `${paper} ${answer ? 'yes' : 'no'}`);
  return answers.length === 0 ? null : answers.join('; ');
}

function intervalText({ min, max }: Interval): string {
  if (min !== null && max !== null) return min === max ? String(min) : `${min} to ${max}`;
  return min !== null ? `at least ${min}` : `at most ${max}`;
}
