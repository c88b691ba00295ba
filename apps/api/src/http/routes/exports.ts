// `/api/v1/exports`: what is shown, as CSV for spreadsheets and as GeoJSON for maps, whatever its size.
import {
  type CsvChoice,
  csvMediaType,
  exportQueries,
  FeatureCollectionSchema,
  type FlowExportQuery,
  geoJsonMediaType,
  type MatchExportQuery,
  type OrganizationExportQuery,
  type SiteExportQuery,
} from '@crg/api-contract/export';
import { noCity } from '@crg/services/answer-what-if';
import type { Owners } from '@crg/services/owners';
import type { FlowInPlace } from '@crg/services/placed-flows';
import type { CityStore } from '@crg/stores/ports/city-store';
import type { FlowStore } from '@crg/stores/ports/flow-store';
import type { MatchStore } from '@crg/stores/ports/match-store';
import type { OrganizationStore } from '@crg/stores/ports/organization-store';
import type { SiteStore } from '@crg/stores/ports/site-store';
import type { FastifyReply } from 'fastify';
import { csvFile } from '../../exports/csv-file.ts';
import type { Exported } from '../../exports/exported.ts';
import { type ExportedMatch, exportedMatches } from '../../exports/exported-matches.ts';
import {
  type ExportedOrganization,
  type ExportedSite,
  exportedFlows,
  exportedOrganizations,
  exportedSites,
} from '../../exports/exported-records.ts';
import { geoJsonFile } from '../../exports/geojson-file.ts';
import { paged } from '../../exports/paged.ts';
import { withEnds } from '../../resources/ends.ts';
import { type Api, fileBody } from '../api.ts';
import { sendFile } from '../file-answer.ts';
import { flowFilterOf } from '../flow-filter.ts';
import { boundingBox, matchFilterOf } from '../match-filter.ts';

export interface ExportParts {
  readonly matches: Pick<MatchStore, 'page'>;
  readonly sites: Pick<SiteStore, 'page'>;
  readonly flows: Pick<FlowStore, 'page' | 'getPlaced'>;
  readonly organizations: Pick<OrganizationStore, 'page'>;
  readonly city: Pick<CityStore, 'metadata'>;
  readonly owners: () => Promise<Owners | null>;
  readonly now: () => Date;
}

export function exportRoutes(app: Api, parts: ExportParts): void {
  const { city, now } = parts;
  const queries = exportQueries;
  exportRoute('matches', queries.matches, exportedMatches, (query: MatchExportQuery) => matchPages(parts, query));
  exportRoute('sites', queries.sites, exportedSites, (query: SiteExportQuery) => sitePages(parts, query));
  exportRoute('flows', queries.flows, exportedFlows, (query: FlowExportQuery) => flowPages(parts, query));
  exportRoute('organizations', queries.organizations, exportedOrganizations, (query: OrganizationExportQuery) =>
    organizationPages(parts, query),
  );

  function exportRoute<What extends keyof typeof exportQueries, Query, Item>(
    what: What,
    { csv, geojson }: (typeof exportQueries)[What],
    exported: Exported<Item>,
    pages: (query: Query) => AsyncGenerator<readonly Item[]>,
  ): void {
    const about = { tag: 'Exports', response: { 200: fileBody }, problems: [503] } as const;
    app.get(
      `/api/v1/exports/${what}.csv`,
      {
        schema: {
          ...about,
          summary: `Download the ${what} under a filter as a table`,
          querystring: csv,
          answerMedia: { [csvMediaType]: null },
        },
      },
      async (request, reply) => {
        const query = request.query as Query & CsvChoice;
        const text = csvFile(exported.columns, pages(query), query);
        return send(reply, text, { what, extension: 'csv', mediaType: `${csvMediaType}; charset=utf-8` });
      },
    );
    app.get(
      `/api/v1/exports/${what}.geojson`,
      {
        schema: {
          ...about,
          summary: `Download the ${what} under a filter as a map layer`,
          querystring: geojson,
          answerMedia: { [geoJsonMediaType]: FeatureCollectionSchema },
        },
      },
      async (request, reply) => {
        const text = geoJsonFile(exported, pages(request.query as Query));
        return send(reply, text, { what, extension: 'geojson', mediaType: geoJsonMediaType });
      },
    );
  }

  async function send(
    reply: FastifyReply,
    text: AsyncGenerator<string>,
    { what, extension, mediaType }: { what: string; extension: string; mediaType: string },
  ): Promise<FastifyReply> {
    const metadata = await city.metadata();
    if (metadata === null) throw noCity();
    return sendFile(reply, text, { mediaType, name: { city: metadata.name, what, extension, day: now() } });
  }
}

async function* matchPages(
  { matches, flows }: ExportParts,
  query: MatchExportQuery,
): AsyncGenerator<readonly ExportedMatch[]> {
  const filter = matchFilterOf(query);
  for await (const page of paged((request) => matches.page(filter, 'value', request))) {
    yield await withEnds(flows, page);
  }
}

async function* sitePages(
  { sites, owners }: ExportParts,
  query: SiteExportQuery,
): AsyncGenerator<readonly ExportedSite[]> {
  const filter = { organizationId: query.organization_id, within: boundingBox(query.bbox) };
  const known = await owners();
  for await (const page of paged((request) => sites.page(filter, request))) {
    yield page.map(({ value: site }) => ({
      site,
      organizationName: known?.organizations.get(site.organizationId)?.name ?? null,
    }));
  }
}

async function* flowPages({ flows }: ExportParts, query: FlowExportQuery): AsyncGenerator<readonly FlowInPlace[]> {
  const filter = flowFilterOf(query);
  for await (const page of paged((request) => flows.page(filter, request))) {
    const placed = await flows.getPlaced(page.map(({ value }) => value.id));
    // One that was removed in this moment is left out.
    yield page.flatMap(({ value }) => placed.get(value.id) ?? []);
  }
}

async function* organizationPages(
  { organizations, owners }: ExportParts,
  query: OrganizationExportQuery,
): AsyncGenerator<readonly ExportedOrganization[]> {
  const filter = { nameContains: query.name_contains };
  const known = await owners();
  for await (const page of paged((request) => organizations.page(filter, request))) {
    yield page.map(({ value: organization }) => ({
      organization,
      sites: known?.sitesOf.get(organization.id) ?? [],
    }));
  }
}
