// Imports over HTTP: files go up, are checked into a stage beside the city, then written or thrown away; and taken back.
import { MappingSchema } from '@crg/city-format/mapping-schema';
import Type, { type Static } from 'typebox';
import { ListOf, paging } from './list.ts';

export type { Mapping } from '@crg/city-format/mapping-schema';
export { MappingSchema };

const counts = Type.Object(
  { organizations: Type.Integer(), sites: Type.Integer(), flows: Type.Integer() },
  { title: 'RecordCounts', additionalProperties: false },
);

/** A correction that is kept with the import; the file stays as it is. `file` counts from 0, `row` as a person finds it. */
export const FixSchema = Type.Union(
  [
    Type.Object(
      {
        kind: Type.Literal('replace'),
        file: Type.Integer({ minimum: 0 }),
        column: Type.String(),
        from: Type.String(),
        to: Type.String(),
      },
      { additionalProperties: false },
    ),
    Type.Object(
      {
        kind: Type.Literal('set'),
        file: Type.Integer({ minimum: 0 }),
        row: Type.Integer({ minimum: 1 }),
        column: Type.String(),
        to: Type.String(),
      },
      { additionalProperties: false },
    ),
    Type.Object(
      { kind: Type.Literal('leave_out'), file: Type.Integer({ minimum: 0 }), row: Type.Integer({ minimum: 1 }) },
      { additionalProperties: false },
    ),
    Type.Object(
      { kind: Type.Literal('swap_coordinates'), file: Type.Integer({ minimum: 0 }), row: Type.Integer({ minimum: 1 }) },
      { additionalProperties: false },
    ),
  ],
  { title: 'Fix' },
);
export type Fix = Static<typeof FixSchema>;

/** The settings of an import: how to read each file, corrections, and what to do with rows that stay bad. */
export const ImportSettingsSchema = Type.Object(
  {
    /** By file: null when the file needs none (a city file) or none was found yet. */
    mappings: Type.Optional(
      Type.Array(Type.Union([MappingSchema, Type.String({ description: 'name of a kept mapping' }), Type.Null()])),
    ),
    fixes: Type.Optional(Type.Array(FixSchema, { maxItems: 10_000 })),
    on_error: Type.Optional(Type.Union([Type.Literal('stop'), Type.Literal('skip')])),
  },
  { title: 'ImportSettings', additionalProperties: false },
);
export type ImportSettings = Static<typeof ImportSettingsSchema>;

/** The form that begins an import. */
export const ImportUploadSchema = Type.Object(
  {
    file: Type.Array(Type.Unsafe<never>({ type: 'string', contentMediaType: 'application/octet-stream' }), {
      minItems: 1,
      description: 'One part per file, with its file name: CSV, XLSX, GeoJSON or a city file.',
    }),
    settings: Type.Optional(ImportSettingsSchema),
  },
  { title: 'ImportUpload', additionalProperties: false },
);

/** Body of an undo; may be left out. */
export const UndoSchema = Type.Object(
  {
    keep_changed: Type.Optional(
      Type.Boolean({
        description: 'true to leave what somebody has changed since as it is; otherwise that stops the whole undo',
      }),
    ),
  },
  { title: 'ImportUndo', additionalProperties: false, description: 'an object { keep_changed }' },
);

export const ImportFileSchema = Type.Object(
  {
    name: Type.String(),
    size: Type.Integer(),
    format: Type.Union([
      Type.Literal('csv'),
      Type.Literal('xlsx'),
      Type.Literal('geojson'),
      Type.Literal('city'),
      Type.Null(),
    ]),
    /** How the file was understood: `UTF-16`, `separator ;`, `decimal comma`. */
    facts: Type.Array(Type.String()),
    remarks: Type.Array(Type.String()),
    /** Columns with the first values, for the mapping editor. */
    columns: Type.Array(
      Type.Object(
        { name: Type.String(), unit: Type.Union([Type.String(), Type.Null()]), samples: Type.Array(Type.String()) },
        { additionalProperties: false },
      ),
    ),
    mapping: Type.Union([MappingSchema, Type.Null()]),
    /** `recognised` by the header, `suggested` column by column (`guessed` names fields to check), `chosen` by a person. */
    mapping_by: Type.Union([
      Type.Literal('recognised'),
      Type.Literal('suggested'),
      Type.Literal('chosen'),
      Type.Null(),
    ]),
    guessed: Type.Array(Type.String()),
  },
  { title: 'ImportFile', additionalProperties: false },
);
export type ImportFile = Static<typeof ImportFileSchema>;

export const ImportSchema = Type.Object(
  {
    id: Type.String(),
    state: Type.Enum([
      'open',
      'checking',
      'checked',
      'writing',
      'imported',
      'undoing',
      'undone',
      'cancelled',
      'failed',
    ]),
    files: Type.Array(ImportFileSchema),
    settings: Type.Object(
      { fixes: Type.Array(FixSchema), on_error: Type.Union([Type.Literal('stop'), Type.Literal('skip')]) },
      { additionalProperties: false },
    ),
    progress: Type.Object(
      { done: Type.Number(), total: Type.Union([Type.Number(), Type.Null()]), text: Type.String() },
      { additionalProperties: false },
    ),
    rows: Type.Integer(),
    /** Rows that would be, or were, kept out. */
    rejected: Type.Integer(),
    warnings: Type.Integer(),
    /** What writing would do (`checked`), or did (`imported`); null before. */
    created: Type.Union([counts, Type.Null()]),
    updated: Type.Union([counts, Type.Null()]),
    unchanged: Type.Union([counts, Type.Null()]),
    /** What undoing did; null before. */
    undone: Type.Union([
      Type.Object({ removed: counts, restored: counts, kept: counts }, { additionalProperties: false }),
      Type.Null(),
    ]),
    /** What kept the last undo from happening: nothing was undone. Absent when nothing did. */
    in_the_way: Type.Optional(
      Type.Object(
        {
          count: Type.Integer({ minimum: 1 }),
          records: Type.Array(
            Type.Object(
              {
                kind: Type.Enum(['organization', 'site', 'flow']),
                id: Type.String(),
                reason: Type.Enum(['changed', 'removed', 'referred_to', 'owner_removed']),
              },
              { title: 'RecordInTheWay', additionalProperties: false },
            ),
            { description: 'At most a hundred.' },
          ),
        },
        { additionalProperties: false },
      ),
    ),
    error: Type.Union([Type.String(), Type.Null()]),
    created_at: Type.String(),
    changed_at: Type.String(),
  },
  { title: 'Import', additionalProperties: false },
);
export type Import = Static<typeof ImportSchema>;
export const ImportListSchema = ListOf(ImportSchema, 'ImportList');

export const ImportProblemSchema = Type.Object(
  {
    severity: Type.Union([Type.Literal('error'), Type.Literal('warning')]),
    code: Type.String(),
    file: Type.Integer(),
    row: Type.Union([Type.Integer(), Type.Null()]),
    column: Type.Union([Type.String(), Type.Null()]),
    expected: Type.String(),
    got: Type.String(),
    next: Type.String(),
    fix: Type.Union([FixSchema, Type.Null()]),
  },
  { title: 'ImportProblem', additionalProperties: false },
);
export type ImportProblem = Static<typeof ImportProblemSchema>;
export const ImportProblemListSchema = ListOf(ImportProblemSchema, 'ImportProblemList');

export const ImportProblemQuerySchema = Type.Object(
  {
    ...paging,
    severity: Type.Optional(Type.Union([Type.Literal('error'), Type.Literal('warning')])),
    code: Type.Optional(Type.String({ maxLength: 60 })),
    column: Type.Optional(Type.String({ maxLength: 300 })),
  },
  { additionalProperties: false },
);

export const ProblemGroupSchema = Type.Object(
  {
    severity: Type.Union([Type.Literal('error'), Type.Literal('warning')]),
    code: Type.String(),
    column: Type.Union([Type.String(), Type.Null()]),
    count: Type.Integer(),
    fixable: Type.Integer(),
  },
  { title: 'ImportProblemGroup', additionalProperties: false },
);
export const ProblemGroupListSchema = Type.Object(
  { data: Type.Array(ProblemGroupSchema) },
  { title: 'ImportProblemGroups', additionalProperties: false },
);
export type ProblemGroup = Static<typeof ProblemGroupSchema>;
