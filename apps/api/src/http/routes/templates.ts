// `/api/v1/templates`: empty tables to fill in, for those who have no table yet.
import { csvMediaType, xlsxMediaType } from '@crg/api-contract/export';
import { templateCsv, templateXlsx } from '@crg/imports/template/flows-template-file';
import { type Api, fileBody } from '../api.ts';

export function templateRoutes(app: Api): void {
  const about = { tag: 'Imports', response: { 200: fileBody } } as const;
  // Made once, when it is first asked for: it is the same for everybody.
  let workbook: Buffer | null = null;

  app.get(
    '/api/v1/templates/flows.xlsx',
    {
      schema: {
        ...about,
        summary: 'Download a spreadsheet to fill in, with drop-downs and notes',
        answerMedia: { [xlsxMediaType]: null },
      },
    },
    async (_request, reply) => {
      workbook ??= Buffer.from(templateXlsx());
      reply.header('content-type', xlsxMediaType);
      reply.header('content-disposition', 'attachment; filename="crg-flows.xlsx"');
      return reply.code(200).send(workbook);
    },
  );

  app.get(
    '/api/v1/templates/flows.csv',
    { schema: { ...about, summary: 'Download the same table as plain text', answerMedia: { [csvMediaType]: null } } },
    async (_request, reply) => {
      reply.header('content-type', `${csvMediaType}; charset=utf-8`);
      reply.header('content-disposition', 'attachment; filename="crg-flows.csv"');
      return reply.code(200).send(Buffer.from(templateCsv()));
    },
  );
}
