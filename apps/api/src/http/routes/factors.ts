// `/api/v1/factors`: the numbers that money and CO2 are worked out with, and those that the city knows better.
import { FactorChangeSchema, FactorListSchema, FactorSchema } from '@crg/api-contract/factor';
import { ChangeHeadersSchema, IdParamsSchema, ReadHeadersSchema } from '@crg/api-contract/list';
import { changeFactor, restoreFactor } from '@crg/services/change-factor';
import { cityFactor, cityFactors } from '@crg/services/city-factors';
import { type CityStore, notOwn } from '@crg/stores/ports/city-store';
import { factorResource } from '../../resources/factor.ts';
import { type Api, noBody } from '../api.ts';
import { changeHeader } from '../changes.ts';
import { checkSameId, etagOf, readerHas, versionToChange } from '../etags.ts';
import { answerHeaders } from '../openapi.ts';

const tag = 'Factors';

export function factorRoutes(
  app: Api,
  { city }: { city: Pick<CityStore, 'factors' | 'putFactor' | 'removeFactor'> },
): void {
  app.get(
    '/api/v1/factors',
    {
      schema: {
        tag,
        summary: 'List the factors that money and CO2 are worked out with, those of the city in place of the table',
        response: { 200: FactorListSchema },
      },
    },
    async () => ({ data: (await cityFactors({ city })).map(({ value }) => factorResource(value)) }),
  );

  app.get(
    '/api/v1/factors/:id',
    {
      schema: {
        tag,
        summary: 'Read one factor',
        params: IdParamsSchema,
        headers: ReadHeadersSchema,
        response: { 200: FactorSchema, 304: noBody },
        answerHeaders: answerHeaders.version,
        problems: [404],
      },
    },
    async (request, reply) => {
      const { value, version } = await cityFactor({ city }, request.params.id);
      reply.header('etag', etagOf(version));
      // The table's own figures can change with the program, and their version does not.
      const isOwn = version !== notOwn;
      if (isOwn && readerHas(version, request.headers['if-none-match'])) return reply.code(304).send();
      return reply.code(200).send(factorResource(value));
    },
  );

  app.put(
    '/api/v1/factors/:id',
    {
      schema: {
        tag,
        summary: "State a figure of the city's own in place of the table's; the city is matched anew",
        params: IdParamsSchema,
        headers: ChangeHeadersSchema,
        body: FactorChangeSchema,
        response: { 200: FactorSchema },
        answerHeaders: { ...answerHeaders.version, ...answerHeaders.change },
        problems: [404, 412, 428, 503],
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const known = await cityFactor({ city }, id);
      const seen = await versionToChange(request.headers['if-match'], async () => known);
      checkSameId(request.body.id, id);
      const { low, mid, high, source, year, geography, unit = known.value.unit } = request.body;
      const factor = { id, unit, low, mid, high, source, year, geography };
      const { version, change } = await changeFactor({ city }, { factor, seen });
      reply.header('etag', etagOf(version)).header(changeHeader, change);
      return reply.code(200).send(factorResource((await cityFactor({ city }, id)).value));
    },
  );

  app.delete(
    '/api/v1/factors/:id',
    {
      schema: {
        tag,
        summary: "Let the table's figure count again; the city is matched anew",
        params: IdParamsSchema,
        headers: ChangeHeadersSchema,
        response: { 204: noBody },
        answerHeaders: answerHeaders.change,
        problems: [404, 412, 428],
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const known = await cityFactor({ city }, id);
      const seen = await versionToChange(request.headers['if-match'], async () => known);
      const change = await restoreFactor({ city }, { id, seen });
      return reply.header(changeHeader, change).code(204).send();
    },
  );
}
