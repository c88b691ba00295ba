// `/api/v1/matches/{id}/dossier.pdf`: a match on two pages, for people who decide around a table.
import { IdParamsSchema } from '@crg/api-contract/list';
import { dossierOf } from '@crg/dossier/dossier';
import { drawDossier } from '@crg/dossier/draw-dossier';
import type { LivingCity } from '@crg/services/living-city';
import type { MatchStore } from '@crg/stores/ports/match-store';
import { readMatchDetail } from '../../resources/read-match-detail.ts';
import { type Api, fileBody } from '../api.ts';
import { noMatch, pairOf } from '../pair-address.ts';

const pdfMediaType = 'application/pdf';

export function dossierRoutes(app: Api, parts: { matches: Pick<MatchStore, 'get'>; city: LivingCity }): void {
  app.get(
    '/api/v1/matches/:id/dossier.pdf',
    {
      schema: {
        tag: 'Matches',
        summary: 'Print one match as a two-page dossier: who, what, when, money, CO2, permits, risks, next step',
        params: IdParamsSchema,
        response: { 200: fileBody },
        answerMedia: { [pdfMediaType]: null },
        problems: [404],
      },
    },
    async (request, reply) => {
      const found = await readMatchDetail(parts, pairOf(request.params.id));
      if (found === null) throw noMatch(request.params.id);
      const made = { city: found.cityName, madeOn: new Date().toISOString().slice(0, 10) };
      const pdf = await drawDossier(dossierOf(found.detail, made), made);
      reply.header('content-type', pdfMediaType);
      reply.header('content-disposition', `inline; filename="dossier-${fileNameOf(found.detail.id)}.pdf"`);
      return reply.code(200).send(Buffer.from(pdf));
    },
  );
}

/** Letters that every system takes; the whole id stands on the sheet. */
function fileNameOf(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9._-]+/g, '-').slice(0, 100);
}
