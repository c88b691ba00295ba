// Probes: `/health` says that the process lives, `/ready` that the city can be asked.
import { HealthSchema, type Ready, ReadySchema } from '@crg/api-contract/status';
import type { CityStore } from '@crg/stores/ports/city-store';
import type { MatchStore } from '@crg/stores/ports/match-store';
import type { Stores } from '@crg/stores/ports/stores';
import type { Api } from '../api.ts';

const tag = 'Status';

export interface StatusRouteStores {
  readonly city: Pick<CityStore, 'metadata'>;
  readonly matches: Pick<MatchStore, 'currentRun'>;
  readonly check: Stores['check'];
}

export function statusRoutes(
  app: Api,
  { city, matches, check }: StatusRouteStores,
  { version, missing }: { version: string; missing: () => readonly string[] },
): void {
  let isStopping = false;
  app.addHook('preClose', async () => {
    isStopping = true;
  });

  app.get(
    '/health',
    { schema: { tag, summary: 'Say that the process lives', response: { 200: HealthSchema } } },
    async () => ({ status: 'ok' as const, version, sign_in: 'none' as const }),
  );

  app.get(
    '/ready',
    {
      schema: {
        tag,
        summary: 'Say whether the city can be asked: stores answer, a city is in, its first matching is done',
        response: { 200: ReadySchema, 503: ReadySchema },
      },
    },
    async (_request, reply) => {
      const reasons = await reasonsNotToAsk();
      return reply.code(reasons.length === 0 ? 200 : 503).send({ ready: reasons.length === 0, reasons });
    },
  );

  async function reasonsNotToAsk(): Promise<Ready['reasons']> {
    if (isStopping) return ['The server is shutting down.'];
    try {
      await check();
      const [metadata, run] = await Promise.all([city.metadata(), matches.currentRun()]);
      return [
        ...(metadata === null ? ['No city has been imported yet.'] : []),
        ...(run === null ? ['The first matching has not ended yet.'] : []),
        ...missing(),
      ];
    } catch (error) {
      app.log.warn({ err: error }, 'stores do not answer');
      return ['The stores do not answer.'];
    }
  }
}
