// Wires the API: which stores go to which routes, and what every request passes on its way.
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { mapLimits } from '@crg/api-contract/map';
import { keptMappings } from '@crg/services/imports/kept-mappings';
import { keptPerCity, type Patience } from '@crg/services/kept-per-city';
import { LivingCity } from '@crg/services/living-city';
import { CityMap } from '@crg/services/map/city-map';
import { ownersOf } from '@crg/services/owners';
import { citySearch } from '@crg/services/search/search-city';
import type { Stores } from '@crg/stores/ports/stores';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify';
import { type LogLevel, usualUploadBytes } from './config.ts';
import { methodsOf, refuseUnknownAddresses } from './http/addresses.ts';
import type { Api } from './http/api.ts';
import { answerBrokenRequest } from './http/broken-request.ts';
import { collectOpenApi } from './http/openapi.ts';
import { bodyLimit, sendProblem } from './http/problems.ts';
import { referencePages } from './http/reference-pages.ts';
import { chainRoutes } from './http/routes/chains.ts';
import { cityRoutes } from './http/routes/city.ts';
import { dossierRoutes } from './http/routes/dossier.ts';
import { engineTableRoutes } from './http/routes/engine-tables.ts';
import { exportRoutes } from './http/routes/exports.ts';
import { facetRoutes } from './http/routes/facets.ts';
import { factorRoutes } from './http/routes/factors.ts';
import { flowRoutes } from './http/routes/flows.ts';
import { importRoutes } from './http/routes/imports.ts';
import { mapRoutes } from './http/routes/map.ts';
import { mappingRoutes } from './http/routes/mappings.ts';
import { matchRoutes } from './http/routes/matches.ts';
import { nearMissRoutes } from './http/routes/near-misses.ts';
import { organizationRoutes } from './http/routes/organizations.ts';
import { registrationRoutes } from './http/routes/registrations.ts';
import { searchRoutes } from './http/routes/search.ts';
import { siteRoutes } from './http/routes/sites.ts';
import { statusRoutes } from './http/routes/status.ts';
import { templateRoutes } from './http/routes/templates.ts';
import { whatIfRoutes } from './http/routes/what-if.ts';
import { checkHost, checkOrigin, policyOf, requestIdOf, setSecurityHeaders } from './http/security.ts';
import { readJsonBodies, validatorCompiler } from './http/validation.ts';
import { apiOnly, handOver, isApiPath, type WebHandler } from './http/web-handover.ts';

export interface ApiParts {
  readonly stores: Stores;
  /** The city in memory, shared with whoever else of this process looks at it. */
  readonly living?: LivingCity;
  readonly version: string;
  /** Gets every request that is not the API's; without it `/` says where the API is. */
  readonly web?: WebHandler;
  /** What else must be there before the server is ready (the pages, say), in whole sentences; empty when all is. */
  readonly missing?: () => readonly string[];
  readonly logLevel: LogLevel;
  /** Where log lines go; standard output when not given. */
  readonly log?: { write(line: string): void };
  /** Of all files of one import together; `usualUploadBytes` when not given. */
  readonly uploadBytes?: number;
  /** For the names of files; the clock of the machine when not given. */
  readonly now?: () => Date;
}

/** The API as a Fastify instance that does not listen yet; `startApi` does. It does not own the stores. */
export async function composeApi(parts: ApiParts): Promise<Api> {
  const {
    stores,
    living = new LivingCity(parts.stores),
    version,
    web = apiOnly,
    missing = () => [],
    logLevel,
    log,
    uploadBytes = usualUploadBytes,
    now = () => new Date(),
  } = parts;
  const app = Fastify({ ...limits, logger: { level: logLevel, ...(log === undefined ? {} : { stream: log }) } });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => JSON.stringify);
  app.setErrorHandler(sendProblem);
  readJsonBodies(app);
  watchRequests(app, web);

  const document = collectOpenApi(app, version);
  const methods = methodsOf(app);
  const { organizations, sites, flows, city, matches, changes } = stores;
  const snapshot = () => living.snapshot();
  const api: Api = app.withTypeProvider<TypeBoxTypeProvider>();
  statusRoutes(api, { city, matches, check: () => stores.check() }, { version, missing });
  cityRoutes(api, { city, matches, changes, currentCity: snapshot });
  organizationRoutes(api, { organizations });
  siteRoutes(api, { sites });
  flowRoutes(api, { flows, city });
  factorRoutes(api, { city });
  engineTableRoutes(api, { city });
  registrationRoutes(api, { transactions: stores.transactions, city });
  matchRoutes(api, { matches, city: living });
  chainRoutes(api, { matches, city: living });
  dossierRoutes(api, { matches, city: living });
  facetRoutes(api, { matches });
  nearMissRoutes(api, { matches, city: living });
  whatIfRoutes(api, { city, living });
  searchRoutes(api, { search: keptPerCity(snapshot, (whole) => citySearch(whole, () => nextTurn()), searchPatience) });
  const owners = keptPerCity(snapshot, ownersOf);
  mapRoutes(api, {
    map: keptPerCity(snapshot, (whole) => new CityMap(whole, mapLimits)),
    owners,
    matches,
  });
  exportRoutes(api, { matches, sites, flows, organizations, city, living, owners, now });
  const { imports, importStage, jobs, transactions, mappings } = stores;
  const kept = () => keptMappings({ mappings });
  await importRoutes(api, { imports, importStage, jobs, transactions, kept, uploadBytes, now });
  mappingRoutes(api, { mappings });
  templateRoutes(api);
  await referencePages(app, document);
  refuseUnknownAddresses(app, methods);
  return api;
}

/** The index of 31,000 sites takes about two seconds to make; who types meanwhile is answered from the one before. */
const searchPatience: Patience = {
  milliseconds: 2000,
  sleep: (milliseconds) => sleep(milliseconds, undefined, { ref: false }),
};

/** What every request passes before its route, and what is written about it after its answer. */
function watchRequests(app: FastifyInstance, web: WebHandler): void {
  app.addHook('onRequest', async (request, reply) => {
    mark(request, reply);
    checkHost(request.headers.host);
    checkOrigin(request.headers);
    if (!isApiPath(request.url)) await handOver(web, request, reply);
  });

  app.addHook('onResponse', async (request, reply) => {
    const { method, url } = request;
    const line = { method, url, status: reply.raw.statusCode, milliseconds: reply.elapsedTime };
    request.log[isApiPath(url) ? 'info' : 'debug'](line, 'answered');
  });
}

const limits = {
  bodyLimit,
  // One line per answer instead of two, see the onResponse hook.
  logController: new LogController({ disableRequestLogging: true }),
  genReqId: requestIdOf,
  routerOptions: { maxParamLength: 2000, ignoreTrailingSlash: true },
  clientErrorHandler: answerBrokenRequest,
  // Requests that the router refuses before any hook has run.
  frameworkErrors: (error, request, reply) => {
    mark(request, reply);
    sendProblem(error, request, reply);
  },
} satisfies FastifyServerOptions;

/** What every answer carries, whoever gives it. */
function mark(request: FastifyRequest, reply: FastifyReply): void {
  reply.raw.setHeader('x-request-id', request.id);
  setSecurityHeaders(reply.raw, policyOf(request.url));
}
