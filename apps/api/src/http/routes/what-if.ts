// `/api/v1/match`: what would fit a flow that is not stored?
import { type WhatIf, WhatIfAnswerSchema, WhatIfSchema } from '@crg/api-contract/what-if';
import { noticeToWire } from '@crg/city-format/match-wire';
import { answerWhatIf, type WhatIfQuestion } from '@crg/services/answer-what-if';
import type { LivingCity } from '@crg/services/living-city';
import type { CityStore } from '@crg/stores/ports/city-store';
import { pairsWithEnds } from '../../resources/ends.ts';
import { readFlow } from '../../resources/flow.ts';
import { matchResource, nearMissResource } from '../../resources/match.ts';
import type { Api } from '../api.ts';
import { RequestError } from '../request-error.ts';

const tag = 'Matches';
const defaultPairs = 20;

export function whatIfRoutes(
  app: Api,
  { city, living }: { city: Pick<CityStore, 'metadata'>; living: LivingCity },
): void {
  app.post(
    '/api/v1/match',
    {
      schema: {
        tag,
        summary: 'Ask what would fit a flow that is not stored; nothing is written',
        body: WhatIfSchema,
        response: { 200: WhatIfAnswerSchema },
        problems: [503],
      },
    },
    async (request) => {
      const { flow: body, site, k } = request.body;
      if (body.site_id === undefined && site === undefined) throw noPlace();
      if (body.site_id !== undefined && site !== undefined) throw twoPlaces();
      const identified = { ...body, id: body.id ?? 'what-if', site_id: body.site_id ?? 'what-if' };
      const flow = await readFlow({ city }, identified, { id: identified.id, path: 'flow' });
      const answer = await answerWhatIf({ city: living }, { flow, site: placeOf(site), k: k ?? defaultPairs });
      return {
        matches: pairsWithEnds(answer.matches, answer.flows).map(([match, ends]) => matchResource(match, ends)),
        near_misses: pairsWithEnds(answer.nearMisses, answer.flows).map(([miss, ends]) => nearMissResource(miss, ends)),
        notices: answer.notices.map(noticeToWire),
      };
    },
  );
}

function placeOf(site: WhatIf['site']): WhatIfQuestion['site'] {
  if (site === undefined) return null;
  const { longitude, latitude, country = null, organization_id: organizationId = null } = site;
  return { point: { longitude, latitude }, country, organizationId };
}

function noPlace(): RequestError {
  return new RequestError('invalid_input', {
    field: 'flow.site_id',
    expected: 'the id of a site, or a place as site: { longitude, latitude }',
    got: 'neither',
    next: 'Say where the flow would stand.',
  });
}

function twoPlaces(): RequestError {
  return new RequestError('invalid_input', {
    field: 'site',
    expected: 'either flow.site_id or site',
    got: 'both',
    next: 'Keep one of the two.',
  });
}
