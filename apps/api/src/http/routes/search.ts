// `/api/v1/search`: one box that finds organizations, sites, flows and codes.
import { SearchAnswerSchema, type SearchHit, SearchQuerySchema, searchLimits } from '@crg/api-contract/search';
import type { CitySearch } from '@crg/services/search/search-city';
import type { SearchHit as FoundHit } from '@crg/services/search/search-hit';
import type { Api } from '../api.ts';

/** @param search null before a city is in: then nothing is found but nothing is wrong either */
export function searchRoutes(app: Api, { search }: { search: () => Promise<CitySearch | null> }): void {
  app.get(
    '/api/v1/search',
    {
      schema: {
        tag: 'City',
        summary: 'Find organizations, sites, flows and codes by their words',
        querystring: SearchQuerySchema,
        response: { 200: SearchAnswerSchema },
      },
    },
    async (request) => {
      const { q, limit = searchLimits.usual } = request.query;
      const find = await search();
      return { data: find === null ? [] : find(q, limit).map(hitResource) };
    },
  );
}

function hitResource({ kind, id, title, detail, siteId, place, flows }: FoundHit): SearchHit {
  return {
    kind,
    id,
    title,
    detail,
    ...(siteId === null ? {} : { site_id: siteId }),
    ...(place === null ? {} : { place: { longitude: place.longitude, latitude: place.latitude } }),
    ...(flows === null ? {} : { flows }),
  };
}
