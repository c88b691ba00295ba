// The one way to a database: a `pg` pool under kysely, with the driver's errors turned into ours.
import { DomainError } from '@crg/domain/errors';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/** Tables are written out in SQL, so kysely carries no schema of them. */
export type Sql = Kysely<unknown>;

export interface ConnectOptions {
  /** Folder of a unix socket, or host name. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly connections: number;
  /** How long a call may wait for a connection before it gives up. */
  readonly waitMilliseconds: number;
  /** What a broken connection means here, as an error a user can act on. */
  readonly lost: (cause: Error) => DomainError;
}

const BIGINT = 20;
const DATE = 1082;

export interface Connection {
  readonly db: Sql;
  /** Refuses new calls, lets those that have begun come to their end, then closes. */
  close(): Promise<void>;
}

export function connect(options: ConnectOptions): Connection {
  const pool = new pg.Pool({
    host: options.host,
    port: options.port,
    user: options.user,
    database: options.database,
    max: options.connections,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: options.waitMilliseconds,
    types: {
      // Versions and counts fit a double; dates stay the text that they are in the city.
      getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
        if (oid === BIGINT) return Number;
        if (oid === DATE) return String;
        return format === undefined ? pg.types.getTypeParser(oid) : pg.types.getTypeParser(oid, format as 'text');
      }) as typeof pg.types.getTypeParser,
    },
  });
  // An idle connection that breaks is reported by the next call; without a listener it would end the process.
  pool.on('error', () => {});
  const calls = new CallsUnderWay();
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: translating(pool, options, calls) }) });
  return {
    db,
    close: async () => {
      // The pool alone would forget those that still wait for a connection.
      await calls.refuseAndDrain();
      await db.destroy();
    },
  };
}

/** Counts connections from the wish for one to its return. */
class CallsUnderWay {
  #count = 0;
  #drained: (() => void) | null = null;
  #refusing = false;

  begin(): void {
    if (this.#refusing) {
      throw new DomainError('not_ready', {
        expected: 'open stores',
        got: 'stores that are closing',
        next: 'Send the request again after the restart.',
      });
    }
    this.#count++;
  }

  end(): void {
    this.#count--;
    if (this.#count === 0) this.#drained?.();
  }

  async refuseAndDrain(): Promise<void> {
    this.#refusing = true;
    if (this.#count === 0) return;
    await new Promise<void>((resolve) => {
      this.#drained = resolve;
    });
  }
}

type KyselyPool = Exclude<ConstructorParameters<typeof PostgresDialect>[0]['pool'], (...args: never[]) => unknown>;

function translating(pool: pg.Pool, options: ConnectOptions, calls: CallsUnderWay): KyselyPool {
  // kysely remembers what it knows about a connection by the object it was given, so each client keeps one wrapper.
  const wrappers = new WeakMap<pg.PoolClient, object>();
  return {
    options: {},
    end: () => pool.end(),
    connect: async () => {
      calls.begin();
      try {
        const client = await pool.connect();
        let wrapper = wrappers.get(client);
        if (wrapper === undefined) {
          wrapper = wrap(client, options.lost, () => calls.end());
          wrappers.set(client, wrapper);
        }
        return wrapper;
      } catch (error) {
        calls.end();
        const cause = error as Error;
        throw /timeout exceeded/.test(cause.message) ? tooBusy(options.waitMilliseconds, cause) : options.lost(cause);
      }
    },
  } as KyselyPool;
}

function wrap(client: pg.PoolClient, lost: ConnectOptions['lost'], onRelease: () => void): object {
  return {
    query: async (text: string, values: readonly unknown[]) => {
      try {
        return await client.query(text, [...values]);
      } catch (error) {
        throw translated(error, lost);
      }
    },
    release: (discard: boolean) => {
      client.release(discard);
      onRelease();
    },
  };
}

function tooBusy(milliseconds: number, cause: Error): DomainError {
  return new DomainError(
    'not_ready',
    {
      expected: `the database within ${milliseconds / 1000} s`,
      got: 'another transaction that still holds it',
      next: 'Try again; if it stays so, look for a long import or a transaction that waits for something else.',
    },
    { cause },
  );
}

function translated(error: unknown, lost: ConnectOptions['lost']): unknown {
  if (!(error instanceof pg.DatabaseError)) return error instanceof Error ? lost(error) : error;
  const state = error.code ?? '';
  // 53 resources, 58 the system; a limit on the size of files comes as an "internal error".
  if (/^(53|58)/.test(state) || /File too large/.test(error.message)) return lost(error);
  // 22 data, 23 constraints, 54 limits: the input cannot be stored as it is.
  if (/^(22|23|54)/.test(state)) {
    return new DomainError(
      'invalid_input',
      {
        expected: 'data that fits the tables of the city',
        got: oneLine(error),
        next: 'Correct the input and send it again.',
      },
      { cause: error },
    );
  }
  return error;
}

function oneLine(error: pg.DatabaseError): string {
  return `"${[error.message, error.detail].filter(Boolean).join('; ').slice(0, 300)}"`;
}
