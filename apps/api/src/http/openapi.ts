// The OpenAPI 3.1 document, made from the very schemas that check requests: routes add themselves when they are registered.
// OpenAPI 3.1 takes JSON Schema 2020-12 as it is, so nothing is converted and nothing is lost on the way.
import { FlowEndSchema } from '@crg/api-contract/match';
import { ProblemSchema, problemMediaType } from '@crg/api-contract/problem';
import * as wire from '@crg/city-format/schemas';
import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify';
import type { TSchema } from 'typebox';

declare module 'fastify' {
  interface FastifySchema {
    summary?: string;
    tag?: Tag;
    /** Headers of the answers below 300, by name. */
    answerHeaders?: Readonly<Record<string, string>>;
    /** Media types of the answers below 300 that are files, each with its schema if it has one; JSON when not given. */
    answerMedia?: Readonly<Record<string, TSchema | null>>;
    /** The form that is the body of this route, with its binary parts. */
    multipart?: TSchema;
    /** Statuses of the problems this route can answer, beside those that every route can. */
    problems?: readonly number[];
  }
}

export const tags = {
  City: 'The city as a whole and its vocabulary.',
  Organizations: 'Who owns sites.',
  Sites: 'Where flows stand.',
  Flows: 'What is offered and needed.',
  Matches: 'Who could exchange what with whom, why, and what it is worth.',
  Factors: 'The numbers from outside the city, its own in place of them, and the rules and machines of the engine.',
  Map: 'What the map draws, whatever the size of the city.',
  Imports: 'Files on their way into the city: checked, written, and taken back.',
  Exports: 'What is shown, as a file.',
  Status: 'Whether the server lives and can answer.',
} as const;
export type Tag = keyof typeof tags;

/** Descriptions of headers that several routes answer. */
export const answerHeaders = {
  version: { etag: 'The version of the record, for If-Match and If-None-Match.' },
  location: { location: 'The address of the new record.' },
  caughtUp: {
    'x-crg-caught-up': 'Whether the matches reflect the x-crg-change that was asked for; absent when none was.',
  },
  change: { 'x-crg-change': 'Where the change log has this change; a read of matches may pass it and waits for it.' },
} as const;

export interface OpenApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters: unknown[];
  requestBody?: unknown;
  responses: Record<string, unknown>;
}

/** Collects every route registered on `app` from now on that has a summary; the document is complete when the app is ready. */
export function collectOpenApi(app: FastifyInstance, version: string): OpenApiDocument {
  const document: OpenApiDocument = {
    openapi: '3.1.0',
    info: {
      title: 'City Resource Graph',
      version,
      description:
        'Organizations own sites, flows stand at sites, matches join a supply to a demand. Every change needs the ETag of the version it is based on (If-Match). Errors are problem details (RFC 9457) that say what was expected, what came and what to do next. Sign-in does not exist yet: the server listens on the loopback interface only.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths: {},
    components: { schemas: {} },
  };
  const components = new Components(document.components.schemas);
  app.addHook('onRoute', (route) => {
    if (route.schema?.summary === undefined || route.method === 'HEAD') return;
    const path = route.url.replaceAll(/:(\w+)/g, '{$1}');
    document.paths[path] = {
      ...document.paths[path],
      [String(route.method).toLowerCase()]: operation(route, components),
    };
  });
  return document;
}

function operation(route: RouteOptions, components: Components): Operation {
  const schema = route.schema ?? {};
  return {
    operationId: operationId(String(route.method), route.url),
    summary: schema.summary ?? '',
    tags: schema.tag === undefined ? [] : [schema.tag],
    parameters: [
      ...parameters('path', schema.params, components),
      ...parameters('query', schema.querystring, components),
      ...parameters('header', schema.headers, components),
    ],
    ...requestBody(schema, components),
    responses: {
      ...answers(schema, components),
      ...problemAnswers(route, components),
    },
  };
}

/** `GET /api/v1/sites/:id` is `getSitesById`. */
function operationId(method: string, url: string): string {
  const words = url.replace('/api/v1', '').split(/[/.-]/).filter(Boolean);
  const named = words.map((word) => (word.startsWith(':') ? `By${capital(word.slice(1))}` : capital(word)));
  return `${method.toLowerCase()}${named.join('')}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function parameters(place: 'path' | 'query' | 'header', given: unknown, components: Components): unknown[] {
  const schema = given as { properties?: Record<string, TSchema>; required?: readonly string[] } | undefined;
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: schema?.required?.includes(name) ?? false,
    ...descriptionOf(property),
    schema: components.reference(property),
  }));
}

function descriptionOf(schema: TSchema): { description?: string } {
  const { description } = schema as { description?: string };
  return description === undefined ? {} : { description };
}

function requestBody({ body, multipart }: FastifySchema, components: Components): { requestBody?: unknown } {
  if (multipart !== undefined) {
    return {
      requestBody: { required: true, content: { 'multipart/form-data': { schema: components.reference(multipart) } } },
    };
  }
  if (body === undefined) return {};
  const schema = components.reference(body as TSchema);
  return { requestBody: { required: !mayBeNull(body as TSchema), content: { 'application/json': { schema } } } };
}

/** A request without a body is checked as null. */
function mayBeNull(body: TSchema): boolean {
  const { anyOf = [] } = body as { anyOf?: readonly { type?: string }[] };
  return anyOf.some(({ type }) => type === 'null');
}

function answers({ response, answerHeaders = {}, answerMedia }: FastifySchema, components: Components) {
  const headers = Object.fromEntries(
    Object.entries(answerHeaders).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
  );
  const entries = Object.entries(response as Record<string, TSchema>).map(([status, schema]) => [
    status,
    {
      description: descriptions[Number(status)] ?? 'Answer',
      ...(Object.keys(headers).length === 0 ? {} : { headers }),
      ...(hasBody(schema) ? { content: contentOf(answerMedia ?? { 'application/json': schema }, components) } : {}),
    },
  ]);
  return Object.fromEntries(entries);
}

function contentOf(media: Readonly<Record<string, TSchema | null>>, components: Components): Record<string, unknown> {
  const entries = Object.entries(media).map(([type, schema]) => [
    type,
    schema === null ? {} : { schema: components.reference(schema) },
  ]);
  return Object.fromEntries(entries);
}

function hasBody(schema: TSchema): boolean {
  return (schema as { type?: string }).type !== 'null';
}

function problemAnswers(route: RouteOptions, components: Components): Record<string, unknown> {
  const { schema } = route;
  const statuses = new Set([
    ...(schema?.problems ?? []),
    ...(schema?.querystring === undefined && schema?.params === undefined ? [] : [400]),
    ...(schema?.body === undefined && schema?.multipart === undefined ? [] : [400, 413, 415, 422]),
    421,
    500,
  ]);
  const content = { [problemMediaType]: { schema: components.reference(ProblemSchema) } };
  return Object.fromEntries(
    [...statuses].sort().map((status) => [String(status), { description: descriptions[status] ?? 'Problem', content }]),
  );
}

const descriptions: Readonly<Record<number, string>> = {
  200: 'Found',
  201: 'Registered',
  202: 'Under way; read it again to see how far it is',
  204: 'Removed',
  304: 'The reader has the current version',
  400: 'The request cannot be read, or a parameter does not fit',
  404: 'Not in this city',
  409: 'The id is taken, the record is still in use, or this is not the time for the step',
  412: 'Somebody changed it in between; the ETag of the current version is in the header',
  413: 'The body is too large',
  415: 'The body is of another kind than asked for',
  421: 'Sent to a name that is not of this server, or by a page of another site',
  422: 'The body can be read, and what it says does not fit',
  428: 'If-Match is missing',
  500: 'Something broke on our side; the log has the request id',
  503: 'Not ready',
};

/** Schemas of the city file that go by a name in the document; schemas with a title go by that. */
const namedSchemas: Readonly<Record<string, TSchema>> = {
  Organization: wire.OrganizationSchema,
  Site: wire.SiteSchema,
  Flow: wire.FlowSchema,
  FlowEnd: FlowEndSchema,
  Quantity: wire.QuantitySchema,
  Availability: wire.AvailabilitySchema,
  Interval: wire.IntervalSchema,
  Price: wire.PriceSchema,
  Source: wire.SourceSchema,
  Amount: wire.AmountSchema,
  Band: wire.BandSchema,
  ScoreTerms: wire.ScoreTermsSchema,
  Notice: wire.NoticeSchema,
};

/** Puts each named schema into the document once and refers to it from everywhere else. */
class Components {
  readonly #schemas: Record<string, unknown>;
  readonly #names = new Map(Object.entries(namedSchemas).map(([name, schema]) => [JSON.stringify(schema), name]));

  constructor(schemas: Record<string, unknown>) {
    this.#schemas = schemas;
  }

  reference(schema: TSchema): unknown {
    return this.#reference(JSON.parse(JSON.stringify(schema)));
  }

  #reference(schema: unknown): unknown {
    if (Array.isArray(schema)) return schema.map((item) => this.#reference(item));
    if (typeof schema !== 'object' || schema === null) return schema;
    const name = this.#nameOf(schema);
    if (name === undefined) return this.#inside(schema);
    this.#schemas[name] ??= this.#inside(schema);
    return { $ref: `#/components/schemas/${name}` };
  }

  #inside(schema: object): unknown {
    return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, this.#reference(value)]));
  }

  #nameOf(schema: object): string | undefined {
    const { title, type } = schema as { title?: unknown; type?: unknown };
    if (typeof title === 'string' && type === 'object') return title;
    return this.#names.get(JSON.stringify(schema));
  }
}
