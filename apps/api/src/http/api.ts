// What every route module is registered on.
import type { Readable } from 'node:stream';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import Type from 'typebox';

export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** Schema of an answer that has none, e.g. 204. */
export const noBody = Type.Unsafe<undefined>(Type.Null());

/** Schema of an answer that is a file; `answerMedia` says of which kind. */
export const fileBody = Type.Unsafe<Readable | Buffer>(Type.Unknown());
