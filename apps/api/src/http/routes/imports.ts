// `/api/v1/imports`: files go up, are checked beside the city, then written or thrown away, and taken back.

import { csvMediaType } from '@crg/api-contract/export';
import {
  ImportListSchema,
  ImportProblemListSchema,
  ImportProblemQuerySchema,
  ImportSchema,
  type ImportSettings,
  ImportSettingsSchema,
  ImportUploadSchema,
  ProblemGroupListSchema,
  UndoSchema,
} from '@crg/api-contract/import';
import { IdParamsSchema, PageQuerySchema } from '@crg/api-contract/list';
import { checkShape } from '@crg/city-format/check-shape';
import type { Mapping } from '@crg/city-format/mapping-schema';
import { InvalidInput, Problems } from '@crg/city-format/problems';
import { cancelImport } from '@crg/services/imports/cancel-import';
import { configureImport } from '@crg/services/imports/configure-import';
import { described, describeImports } from '@crg/services/imports/describe-import';
import { importNotFound, knownImport, wrongState } from '@crg/services/imports/import-faults';
import { type GivenFile, openImport } from '@crg/services/imports/open-import';
import { type ImportStep, requestImportWork } from '@crg/services/imports/request-import-work';
import type { ImportStage } from '@crg/stores/ports/import-stage';
import type { ImportStore, Import as StoredImport } from '@crg/stores/ports/import-store';
import type { JobStore } from '@crg/stores/ports/job-store';
import type { Transactions } from '@crg/stores/ports/transactions';
import multipart from '@fastify/multipart';
import Type from 'typebox';
import { rejectedRowsFile } from '../../exports/rejected-rows-file.ts';
import { groupResource, importResource, problemResource, wantedSettings } from '../../resources/import.ts';
import { type Api, fileBody, noBody } from '../api.ts';
import { sendFile } from '../file-answer.ts';
import { answerHeaders } from '../openapi.ts';
import { pageRequest } from '../paging.ts';
import { awaitUndo, inTheWayOf, undoInTheWay } from '../undo-outcome.ts';
import { multipartLimits, readUpload, type Upload } from '../upload.ts';

const tag = 'Imports';

export interface ImportRouteParts {
  readonly imports: ImportStore;
  readonly importStage: Pick<ImportStage, 'problems' | 'problemGroups'>;
  readonly jobs: Pick<JobStore, 'get' | 'cancel'>;
  readonly transactions: Transactions;
  /** Mappings that users keep. */
  readonly kept: () => Promise<readonly Mapping[]>;
  /** Of all files of one import together. */
  readonly uploadBytes: number;
  readonly now: () => Date;
}

export async function importRoutes(app: Api, parts: ImportRouteParts): Promise<void> {
  readRoutes(app, parts);
  problemRoutes(app, parts);
  stepRoutes(app, parts);
  // A scope of its own: nowhere else is a form a body.
  await app.register(async (scope: Api) => {
    await scope.register(multipart, { limits: multipartLimits });
    uploadRoute(scope, parts);
  });
}

function uploadRoute(app: Api, { imports, jobs, kept, uploadBytes }: ImportRouteParts): void {
  app.post(
    '/api/v1/imports',
    {
      schema: {
        tag,
        summary: 'Begin an import with its files; they are looked at and kept, and nothing is written to the city',
        multipart: ImportUploadSchema,
        response: { 201: ImportSchema },
        answerHeaders: answerHeaders.location,
        problems: [404],
      },
    },
    async (request, reply) => {
      try {
        const form = { fileField: 'file', fieldNames: ['settings'], maxBytes: uploadBytes };
        const opened = await opening(readUpload(request, form));
        reply.header('location', `/api/v1/imports/${opened.id}`);
        return reply.code(201).send(importResource(await described({ jobs }, opened), null));
      } catch (error) {
        // The sender may still be sending; nobody reads the rest.
        reply.header('connection', 'close');
        throw error;
      }
    },
  );

  async function opening({ files, fields, signal }: Upload): Promise<StoredImport> {
    const mappings = await kept();
    const request = { files: named(files), onError: 'stop', kept: mappings, signal } as const;
    const opened = await openImport({ imports }, request);
    if (!fields.has('settings')) return opened;
    try {
      const wanted = wantedSettings(checkedSettings(fields.get('settings')));
      return await configureImport({ imports }, { importId: opened.id, wanted, kept: mappings });
    } catch (error) {
      await imports.remove(opened.id);
      throw error;
    }
  }
}

/** The city notes the name of the file as the place its data come from; it never learns folders of the sender. */
async function* named(files: Upload['files']): AsyncGenerator<GivenFile> {
  for await (const { name, bytes } of files) yield { name, origin: `Imported from ${name}`, bytes };
}

function checkedSettings(value: unknown): ImportSettings {
  const problems = new Problems();
  if (!checkShape(ImportSettingsSchema, value, 'settings', problems)) throw new InvalidInput(problems);
  return value as ImportSettings;
}

function readRoutes(app: Api, parts: ImportRouteParts): void {
  const { imports, jobs, kept } = parts;
  app.get(
    '/api/v1/imports',
    {
      schema: {
        tag,
        summary: 'List the imports, newest first',
        querystring: PageQuerySchema,
        response: { 200: ImportListSchema },
      },
    },
    async (request) => {
      const { items, nextCursor } = await describeImports({ imports, jobs }, pageRequest(request.query));
      return { data: items.map((item) => importResource(item, null)), next_cursor: nextCursor };
    },
  );

  app.get(
    '/api/v1/imports/:id',
    {
      schema: {
        tag,
        summary: 'Read one import: how its files were understood, how far its work is, what it would do or has done',
        params: IdParamsSchema,
        response: { 200: ImportSchema },
        problems: [404],
      },
    },
    async (request) => shown(parts, await knownImport({ imports }, request.params.id)),
  );

  app.put(
    '/api/v1/imports/:id/settings',
    {
      schema: {
        tag,
        summary: 'Say how the files are to be read; what was checked has to be checked again',
        params: IdParamsSchema,
        body: ImportSettingsSchema,
        response: { 200: ImportSchema },
        problems: [404, 409],
      },
    },
    async (request) => {
      const wanted = wantedSettings(request.body);
      return shown(
        parts,
        await configureImport({ imports }, { importId: request.params.id, wanted, kept: await kept() }),
      );
    },
  );

  app.delete(
    '/api/v1/imports/:id',
    {
      schema: {
        tag,
        summary: 'Forget an import with its files; what it has written to the city stays and cannot be undone any more',
        params: IdParamsSchema,
        response: { 204: noBody },
        problems: [404, 409],
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const outcome = await imports.remove(id);
      if (outcome === 'not_found') throw importNotFound(id);
      if (outcome === 'wrong_state') {
        throw wrongState((await knownImport({ imports }, id)).state, 'to be forgotten');
      }
      return reply.code(204).send();
    },
  );
}

function problemRoutes(app: Api, { imports, importStage, now }: ImportRouteParts): void {
  const about = { tag, params: IdParamsSchema, problems: [404] } as const;
  app.get(
    '/api/v1/imports/:id/problems',
    {
      schema: {
        ...about,
        summary: 'List what the check found wrong or doubtful, in the order of files and rows',
        querystring: ImportProblemQuerySchema,
        response: { 200: ImportProblemListSchema },
      },
    },
    async (request) => {
      const { id } = request.params;
      await knownImport({ imports }, id);
      const { severity, code, column } = request.query;
      const page = await importStage.problems(id, { severity, code, column }, pageRequest(request.query));
      return { data: page.items.map(problemResource), next_cursor: page.nextCursor };
    },
  );

  app.get(
    '/api/v1/imports/:id/problem-groups',
    {
      schema: {
        ...about,
        summary: 'Count problems of a kind together, largest group first',
        response: { 200: ProblemGroupListSchema },
      },
    },
    async (request) => {
      const { id } = request.params;
      await knownImport({ imports }, id);
      return { data: (await importStage.problemGroups(id)).map(groupResource) };
    },
  );

  app.get(
    '/api/v1/imports/:id/rejected.csv',
    {
      schema: {
        ...about,
        summary:
          'Download the rows that are kept out as they were, each with what is wrong, to correct and import again',
        response: { 200: fileBody },
        answerMedia: { [csvMediaType]: null },
      },
    },
    async (request, reply) => {
      const found = await knownImport({ imports }, request.params.id);
      const name = { city: found.files[0]?.name ?? 'import', what: 'rejected', extension: 'csv', day: now() };
      const text = rejectedRowsFile({ imports, importStage }, found);
      return sendFile(reply, text, { mediaType: `${csvMediaType}; charset=utf-8`, name });
    },
  );
}

function stepRoutes(app: Api, parts: ImportRouteParts): void {
  const { imports, jobs, transactions } = parts;
  const about = { tag, params: IdParamsSchema, response: { 202: ImportSchema }, problems: [404, 409] } as const;
  const steps = {
    check: 'Check every row; nothing is written to the city, and the answer says what writing would do',
    write: 'Write what was checked to the city: all of it at once, or nothing',
  } as const satisfies Partial<Record<ImportStep, string>>;

  for (const [step, summary] of Object.entries(steps) as [keyof typeof steps, string][]) {
    app.post(
      `/api/v1/imports/:id/${step}`,
      { schema: { ...about, summary, problems: [404, 409, 422] } },
      async (request, reply) => {
        const asked = await requestImportWork({ transactions }, { importId: request.params.id, step });
        return reply.code(202).send(await shown(parts, asked));
      },
    );
  }

  app.post(
    '/api/v1/imports/:id/undo',
    {
      schema: {
        ...about,
        summary:
          'Take a written import back: what it created goes, what it overwrote returns; 409 names what is in the way',
        body: Type.Union([UndoSchema, Type.Null()], { description: 'an object { keep_changed }, or no body' }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const keepChanged = request.body?.keep_changed ?? false;
      const asked = await requestImportWork({ transactions }, { importId: id, step: 'undo', keepChanged });
      const inTheWay = await awaitUndo({ jobs }, asked);
      if (inTheWay !== null) throw undoInTheWay(inTheWay);
      return reply.code(202).send(await shown(parts, await knownImport({ imports }, id)));
    },
  );

  app.post(
    '/api/v1/imports/:id/cancel',
    { schema: { ...about, summary: 'Give an import up before it is in the city' } },
    async (request, reply) => {
      const cancelled = await cancelImport({ imports, jobs }, request.params.id);
      return reply.code(202).send(await shown(parts, cancelled));
    },
  );
}

async function shown({ jobs }: Pick<ImportRouteParts, 'jobs'>, found: StoredImport) {
  return importResource(await described({ jobs }, found), await inTheWayOf({ jobs }, found));
}
