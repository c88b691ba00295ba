// `/api/v1/mappings`: how tables become records, as data that people keep and share.
import { MappingListSchema, MappingParamsSchema, type MappingSummary } from '@crg/api-contract/mapping';
import { checkedMapping, type Mapping, MappingSchema } from '@crg/city-format/mapping-schema';
import { builtInMappings } from '@crg/imports/mappings/built-in';
import { mappingNamed } from '@crg/services/imports/configure-import';
import { forgetMapping, keepMapping, keptMappings } from '@crg/services/imports/kept-mappings';
import type { MappingStore } from '@crg/stores/ports/mapping-store';
import { type Api, noBody } from '../api.ts';
import { answerHeaders } from '../openapi.ts';
import { RequestError, shortened } from '../request-error.ts';

const tag = 'Imports';

export function mappingRoutes(app: Api, { mappings }: { mappings: MappingStore }): void {
  const about = { tag, params: MappingParamsSchema } as const;
  app.get(
    '/api/v1/mappings',
    { schema: { tag, summary: 'List the mappings, built in and kept', response: { 200: MappingListSchema } } },
    async () => {
      const kept = await keptMappings({ mappings });
      return { data: [...builtInMappings.map((one) => summary(one, true)), ...kept.map((one) => summary(one, false))] };
    },
  );

  app.get(
    '/api/v1/mappings/:name',
    { schema: { ...about, summary: 'Read one mapping', response: { 200: MappingSchema }, problems: [404] } },
    async (request) => mappingNamed(request.params.name, await keptMappings({ mappings })),
  );

  app.put(
    '/api/v1/mappings/:name',
    {
      schema: {
        ...about,
        summary: 'Keep a mapping; files whose header it names are read with it from now on',
        body: MappingSchema,
        response: { 200: MappingSchema, 201: MappingSchema },
        answerHeaders: answerHeaders.location,
        problems: [409],
      },
    },
    async (request, reply) => {
      const mapping = checkedMapping(request.body);
      checkSameName(mapping.name, request.params.name);
      const outcome = await keepMapping({ mappings }, mapping);
      reply.header('location', `/api/v1/mappings/${mapping.name}`);
      return reply.code(outcome === 'created' ? 201 : 200).send(mapping);
    },
  );

  app.delete(
    '/api/v1/mappings/:name',
    {
      schema: {
        ...about,
        summary: 'Forget a kept mapping; imports that use it keep their copy',
        response: { 204: noBody },
        problems: [404, 409],
      },
    },
    async (request, reply) => {
      await forgetMapping({ mappings }, request.params.name);
      return reply.code(204).send();
    },
  );
}

function summary({ name, title, source, recognised_by }: Mapping, isBuiltIn: boolean): MappingSummary {
  return { name, title, ...(source === undefined ? {} : { source }), recognised_by, built_in: isBuiltIn };
}

function checkSameName(inBody: string, inAddress: string): void {
  if (inBody === inAddress) return;
  throw new RequestError('invalid_input', {
    field: 'name',
    expected: `"${shortened(inAddress)}", as in the address`,
    got: `"${shortened(inBody)}"`,
    next: 'Keep it under the address of its name.',
  });
}
