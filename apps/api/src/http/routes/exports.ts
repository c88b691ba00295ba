// `/api/v1/exports`: what is shown, as CSV for spreadsheets and as GeoJSON for maps, whatever its size; and the whole city
// as a city file, which `crg` reads.
import {
  type CsvChoice,
  cityFileMediaType,
  csvMediaType,
  exportQueries,
  FeatureCollectionSchema,
  type FlowExportQuery,
  geoJsonMediaType,
  type MatchExportQuery,
  type OrganizationExportQuery,
  type SiteExportQuery,
} from '@crg/api-contract/export';
import { CitySchema } from '@crg/city-format/schemas';
import { noCity } from '@crg/services/answer-what-if';
import { exportCity } from '@crg/services/export-city';
import type { CityStore } from '@crg/stores/ports/city-store';
import type { FastifyReply } from 'fastify';
import { csvFile } from '../../exports/csv-file.ts';
import { type ExportParts, flowPages, matchPages, organizationPages, sitePages } from '../../exports/export-pages.ts';
import type { Exported } from '../../exports/exported.ts';
import { exportedMatches } from '../../exports/exported-matches.ts';
import { exportedFlows, exportedOrganizations, exportedSites } from '../../exports/exported-records.ts';
import { geoJsonFile } from '../../exports/geojson-file.ts';
import { type Api, fileBody } from '../api.ts';
import { sendFile } from '../file-answer.ts';

export interface ExportRouteParts extends ExportParts {
  readonly city: Pick<CityStore, 'metadata' | 'snapshot'>;
  readonly now: () => Date;
}

export function exportRoutes(app: Api, parts: ExportRouteParts): void {
  const { city, now } = parts;
  const queries = exportQueries;
  exportRoute('matches', queries.matches, exportedMatches, (query: MatchExportQuery) => matchPages(parts, query));
  exportRoute('sites', queries.sites, exportedSites, (query: SiteExportQuery) => sitePages(parts, query));
  exportRoute('flows', queries.flows, exportedFlows, (query: FlowExportQuery) => flowPages(parts, query));
  exportRoute('organizations', queries.organizations, exportedOrganizations, (query: OrganizationExportQuery) =>
    organizationPages(parts, query),
  );
  app.get(
    '/api/v1/exports/city.json',
    {
      schema: {
        tag: 'Exports',
        summary: 'Download the whole city as a city file, as of one moment',
        response: { 200: fileBody },
        answerMedia: { [cityFileMediaType]: CitySchema },
        problems: [503],
      },
    },
    async (_request, reply) =>
      send(reply, cityText(), { what: 'city', extension: 'json', mediaType: cityFileMediaType }),
  );

  async function* cityText(): AsyncGenerator<string> {
    yield* await exportCity({ city });
  }

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
